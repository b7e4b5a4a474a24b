import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { NoticeAudience, NoticeKind } from '../../schema/notices.ts';

export const LOW = { balance: '12.5', available: '12.5', threshold: '20', currency: 'EUR' };

/** Writes a notice as a money statement does; answers its number. */
export async function insertNotice(
  db: Kysely<Database>,
  clientId: number,
  {
    kind = 'low_balance_warning',
    audience = 'client',
    parameters = LOW,
  }: { kind?: NoticeKind; audience?: NoticeAudience; parameters?: object } = {},
): Promise<number> {
  const { rows } = await sql<{ noticeId: number }>`
    insert into notices (client_id, kind, audience, parameters)
    values (${clientId}, ${kind}, ${audience}, ${JSON.stringify(parameters)})
    returning notice_id
  `.execute(db);
  return rows[0]?.noticeId ?? 0;
}

/** Everything that waits for a time to come, or for a lease to end, is due now. */
export async function makeDue(db: Kysely<Database>): Promise<void> {
  await sql`
    update notices set next_attempt_at = now()
    where status in ('pending', 'sending')
  `.execute(db);
}

/** The notices as they stand, in the order in which they were written. */
export function stored(db: Kysely<Database>) {
  return db.selectFrom('notices').selectAll().orderBy('noticeId').execute();
}
