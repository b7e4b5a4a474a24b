import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { lockAccounts } from '../clients/lock.ts';
import { takeReceipts } from './ingest/ingest.ts';

/** Receipts come up to 72 hours late; a day more than that, and a message will have none. */
const HOURS = 96;

/** How many messages are let go at once. */
const BATCH = 1000;

/**
 * Lets go of the money held for messages that nothing was heard of: they expire, as if a receipt
 * had said so, and a late delivery is charged all the same. Answers how many there were, at most
 * 1,000.
 *
 * @example while ((await expireReservations(db, { staffCopies: true })) > 0) continue;
 */
export async function expireReservations(
  db: Kysely<Database>,
  { staffCopies }: { staffCopies: boolean },
): Promise<number> {
  const silent = await db
    .selectFrom('messages')
    .select(['clientId', 'externalId'])
    .select(sql<string>`sent_at + make_interval(hours => ${HOURS})`.as('at'))
    .where('billing', '=', 'reserved')
    .where(sql<boolean>`sent_at < now() - make_interval(hours => ${HOURS})`)
    .orderBy('sentAt')
    .limit(BATCH)
    .execute();
  if (silent.length === 0) return 0;
  return db.transaction().execute(async (trx) => {
    await lockAccounts(trx, [...new Set(silent.map(({ clientId }) => clientId))]);
    const receipts = silent.map((message) => ({ ...message, status: 'expired' as const }));
    return takeReceipts(trx, receipts, { actor: 'system', staffCopies });
  });
}
