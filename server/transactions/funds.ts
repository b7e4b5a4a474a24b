import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { Problem } from '../rest/problem.ts';

/** 422: an entry would take more than the client has available. */
export async function insufficientFunds(db: Kysely<Database>, clientId: number): Promise<Problem> {
  const account = await db
    .selectFrom('clientAccounts as a')
    .innerJoin('clients as c', 'c.clientId', 'a.clientId')
    .select([sql<string>`available_now(a)`.as('available'), 'c.currency'])
    .where('a.clientId', '=', clientId)
    .executeTakeFirstOrThrow();
  const message = `takes more than is available: ${account.available} ${account.currency}`;
  return new Problem(422, 'insufficient-funds', `amount: ${message}`, { amount: message });
}
