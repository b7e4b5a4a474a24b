import type { Transaction } from 'kysely';
import type { Database } from '../../schema/database.ts';

/**
 * Takes the lock of these clients until the transaction ends; answers those that exist. Whatever
 * writes a client's money, messages or profile takes it first, and in the order of the ids, so
 * that writers of one client follow each other and never deadlock.
 */
export async function lockAccounts(
  trx: Transaction<Database>,
  clientIds: readonly number[],
): Promise<number[]> {
  const accounts = await trx
    .selectFrom('clientAccounts')
    .select('clientId')
    .where('clientId', 'in', clientIds)
    .orderBy('clientId')
    .forUpdate()
    .execute();
  return accounts.map(({ clientId }) => clientId);
}
