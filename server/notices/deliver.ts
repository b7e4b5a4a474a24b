import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { MAX_ATTEMPTS, retryDelay } from './attempts.ts';
import { claimNotice } from './claim.ts';
import { writeLetter, type LetterOptions } from './letter.ts';
import { MailError, type Mail } from './mail.ts';
import { markFailed, markSent, putOff, retryLater } from './settle.ts';

export interface DeliveryOptions extends LetterOptions {
  /** Ends the round early: what is being sent is finished, nothing more is claimed. */
  signal?: AbortSignal | undefined;
}

/** What a round came to. */
export interface DeliveryRound {
  sent: number;
  /** To be tried again. */
  deferred: number;
  /** Given up: they wait for somebody to retry them. */
  failed: number;
  /** Why no mail gets through at all; null when it does. */
  unavailable: string | null;
}

/** How many mails are under way at once: one that hangs does not hold up the others. */
const LANES = 4;

/**
 * Sends the notices that are due, until there is none or no mail gets through. Any number of
 * processes may do it at once. A notice goes out at least once: when the connection breaks before
 * the server has answered, it is sent again under the same Message-ID.
 *
 * @throws when the database cannot be used; what has been claimed is due again later
 * @example const { sent, failed } = await deliverNotices(db, mail, { staffEmail: 'staff@acme.example' })
 */
export async function deliverNotices(
  db: Kysely<Database>,
  mail: Mail,
  options: DeliveryOptions = {},
): Promise<DeliveryRound> {
  const round: DeliveryRound = { sent: 0, deferred: 0, failed: 0, unavailable: null };
  const lane = async () => {
    while (round.unavailable === null && !options.signal?.aborted) {
      const outcome = await deliverNext(db, mail, options);
      if (!outcome) return;
      if (typeof outcome === 'string') round[outcome] += 1;
      else round.unavailable = outcome.unavailable;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const broken = lanes.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason;
  return round;
}

/** One notice from claim to outcome; undefined when none is due. */
async function deliverNext(
  db: Kysely<Database>,
  mail: Mail,
  options: DeliveryOptions,
): Promise<'sent' | 'deferred' | 'failed' | { unavailable: string } | undefined> {
  const claim = await claimNotice(db);
  if (!claim) return undefined;
  const letter = writeLetter(claim, options);
  if ('fault' in letter) {
    await markFailed(db, claim, letter, letter.fault);
    return 'failed';
  }
  try {
    const { recipient: to, subject, text, html } = letter;
    await mail.send({ to, subject, text, html, messageId: claim.messageId });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const fault = error instanceof MailError ? error.fault : 'deferred';
    if (fault === 'unavailable') {
      await putOff(db, claim, letter, reason);
      return { unavailable: reason };
    }
    if (fault === 'refused' || claim.attempts >= MAX_ATTEMPTS) {
      await markFailed(db, claim, letter, reason);
      return 'failed';
    }
    await retryLater(db, claim, letter, reason, retryDelay(claim.attempts));
    return 'deferred';
  }
  await markSent(db, claim, letter);
  return 'sent';
}
