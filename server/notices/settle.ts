import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { ClaimedNotice } from './claim.ts';
import type { Letter, NoLetter } from './letter.ts';

/** The mail is out. That holds even when the lease has ended meanwhile: it must not go twice. */
export async function markSent(
  db: Kysely<Database>,
  { clientId, noticeId }: ClaimedNotice,
  letter: Letter,
): Promise<void> {
  await db
    .updateTable('notices')
    .set({
      ...shown(letter),
      status: 'sent',
      sentAt: sql`now()`,
      leaseUntil: null,
      lastError: null,
    })
    .where('clientId', '=', clientId)
    .where('noticeId', '=', noticeId)
    .where('status', '!=', 'sent')
    .execute();
}

/** Nothing more is tried until somebody retries it. */
export async function markFailed(
  db: Kysely<Database>,
  claim: ClaimedNotice,
  letter: Letter | NoLetter,
  reason: string,
): Promise<void> {
  await ours(db, claim)
    .set({ ...shown(letter), status: 'failed', leaseUntil: null, lastError: oneReason(reason) })
    .execute();
}

/** It is due again in so many seconds. */
export async function retryLater(
  db: Kysely<Database>,
  claim: ClaimedNotice,
  letter: Letter,
  reason: string,
  seconds: number,
): Promise<void> {
  await ours(db, claim)
    .set({
      ...shown(letter),
      status: 'pending',
      nextAttemptAt: sql`now() + make_interval(secs => ${seconds})`,
      leaseUntil: null,
      lastError: oneReason(reason),
    })
    .execute();
}

/** How long everything waits when no mail gets through. */
const PAUSE = '1 minute';

/**
 * No mail gets through: gives the notice back, its attempt not counted, and puts everything that
 * is due off with the reason on it. However long a mail server is away, no notice fails by it.
 */
export async function putOff(
  db: Kysely<Database>,
  claim: ClaimedNotice,
  letter: Letter,
  reason: string,
): Promise<void> {
  await ours(db, claim)
    .set({
      ...shown(letter),
      status: 'pending',
      attempts: claim.attempts - 1,
      nextAttemptAt: sql`now()`,
      leaseUntil: null,
    })
    .execute();
  await sql`
    update notices n set next_attempt_at = now() + ${PAUSE}::interval,
      last_error = ${oneReason(reason)}
    from (
      select client_id, notice_id from notices
      where status = 'pending' and next_attempt_at <= now() for update skip locked
    ) due
    where n.client_id = due.client_id and n.notice_id = due.notice_id
  `.execute(db);
}

/** What the page of notices shows of it. */
function shown(letter: Letter | NoLetter) {
  const { recipient } = letter;
  if ('fault' in letter) return { recipient };
  return { recipient, language: letter.language, subject: letter.subject };
}

/** The notice, if it still is this claim's. */
function ours(db: Kysely<Database>, { clientId, noticeId, leaseUntil }: ClaimedNotice) {
  return db
    .updateTable('notices')
    .where('clientId', '=', clientId)
    .where('noticeId', '=', noticeId)
    .where('status', '=', 'sending')
    .where('leaseUntil', '=', leaseUntil);
}

/** Mail servers answer in many lines and at any length. */
function oneReason(reason: string): string {
  return reason
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}
