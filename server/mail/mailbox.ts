import addressparser from 'nodemailer/lib/addressparser';
import { z } from 'zod';

export interface Mailbox {
  name: string;
  address: string;
}

/**
 * One mailbox as people write it, with or without a name; null when it is anything else.
 *
 * @example parseMailbox('Acme SMS <billing@acme.example>')
 */
export function parseMailbox(text: string): Mailbox | null {
  if (/\p{Cc}/u.test(text)) return null;
  const [mailbox, ...others] = addressparser(text, { flatten: true });
  if (!mailbox || others.length > 0) return null;
  return z.email().safeParse(mailbox.address).success ? mailbox : null;
}
