import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { invalid } from '../rest/problem.ts';

/** What a record that names a client needs of it; 422 at `clientId` when there is none. */
export async function requireClient(
  db: Kysely<Database>,
  clientId: number,
): Promise<{ currency: string; timeZone: string }> {
  const client = await db
    .selectFrom('clients')
    .select(['currency', 'timeZone'])
    .where('clientId', '=', clientId)
    .executeTakeFirst();
  if (!client) throw invalid({ clientId: `there is no client ${clientId}` });
  return client;
}
