import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { NoticeAudience, NoticeKind } from '../../schema/notices.ts';

/** A notice that this worker alone may send until the lease ends. */
export interface ClaimedNotice {
  clientId: number;
  noticeId: number;
  kind: NoticeKind;
  audience: NoticeAudience;
  parameters: unknown;
  /** This attempt included. */
  attempts: number;
  messageId: string;
  createdAt: string;
  /** Names this claim: a later one has another. */
  leaseUntil: string;
  client: string;
  timeZone: string;
  clientLanguage: string;
  clientEmail: string | null;
}

/**
 * How long a notice belongs to the worker that claimed it: longer than a mail can take. One whose
 * worker died is due again after that, by the clock of the database.
 */
const LEASE = '5 minutes';

/**
 * Claims the notice that has been due longest, or answers undefined. It is committed as `sending`
 * before anything is sent, so no other worker takes it, and no transaction waits for a mail server.
 * A client's notices to one audience go out one at a time and, unless one has to be tried again,
 * in the order in which they were written.
 */
export async function claimNotice(db: Kysely<Database>): Promise<ClaimedNotice | undefined> {
  const { rows } = await sql<ClaimedNotice>`
    with due as materialized (
      select n.client_id, n.notice_id from notices n
      where n.status in ('pending', 'sending') and n.next_attempt_at <= now()
        and not exists (
          select from notices e
          where e.client_id = n.client_id and e.audience = n.audience
            and e.notice_id < n.notice_id
            and (e.status = 'sending' or e.status = 'pending' and e.next_attempt_at <= now()))
      order by n.next_attempt_at, n.client_id, n.notice_id
      limit 1 for update of n skip locked
    )
    update notices n
    set status = 'sending', attempts = n.attempts + 1,
      lease_until = now() + ${LEASE}::interval, next_attempt_at = now() + ${LEASE}::interval
    from due join clients c on c.client_id = due.client_id
    where n.client_id = due.client_id and n.notice_id = due.notice_id
    returning n.client_id, n.notice_id, n.kind, n.audience, n.parameters, n.attempts, n.message_id,
      n.created_at, n.lease_until, coalesce(nullif(c.company, ''), nullif(c.name, ''), c.login) client,
      c.time_zone, c.language client_language, coalesce(c.notification_email, c.email) client_email
  `.execute(db);
  return rows[0];
}
