import { z } from 'zod';
import { MAX_ATTEMPTS } from './attempts.ts';
import type { ClaimedNotice } from './claim.ts';
import { writeNotice } from './write-notice.ts';

export interface LetterOptions {
  /** Where the copies for staff go. */
  staffEmail?: string | undefined;
  /** The language of those copies; English unless it is given. */
  staffLanguage?: string | undefined;
}

/** A notice written and addressed. */
export interface Letter {
  recipient: string;
  language: string;
  subject: string;
  text: string;
  html: string;
}

/** A notice that cannot be sent, and why. */
export interface NoLetter {
  recipient: string | null;
  fault: string;
}

/** Writes a claimed notice to where it goes now: the client's address may have changed. */
export function writeLetter(claim: ClaimedNotice, options: LetterOptions): Letter | NoLetter {
  const { staffEmail, staffLanguage = 'en' } = options;
  const [address, language] =
    claim.audience === 'client'
      ? [claim.clientEmail, claim.clientLanguage]
      : [staffEmail, staffLanguage];
  const recipient = address ?? null;
  if (recipient === null) {
    const fault =
      claim.audience === 'client'
        ? 'The client has no e-mail address.'
        : 'STAFF_EMAIL, the address for copies, is not set.';
    return { recipient, fault };
  }
  if (!z.email().safeParse(recipient).success) {
    return { recipient, fault: 'This is not an e-mail address.' };
  }
  if (claim.attempts > MAX_ATTEMPTS) {
    return { recipient, fault: 'The last attempt did not come to an end.' };
  }
  try {
    return { recipient, ...writeNotice(claim, language) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { recipient, fault: `The notice cannot be written: ${reason}` };
  }
}
