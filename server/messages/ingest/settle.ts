import type { Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import type { Money } from '../../../schema/money.ts';
import { post, type Posting } from '../../transactions/post.ts';

/** A row for the ledger whose number its messages remember already. */
export interface NumberedPosting extends Posting {
  seq: number;
}

/** Moves the money that messages have come to, in the transaction that stored them. */
export async function settle(
  trx: Transaction<Database>,
  postings: readonly NumberedPosting[],
  reservations: readonly { clientId: number; amount: Money }[],
  staffCopies: boolean,
): Promise<void> {
  const rows = await post(trx, postings, { reservations, staffCopies });
  const kept = rows.every(({ seq }, place) => seq === postings[place]?.seq);
  if (!kept) throw new Error('A charge has got another number than its messages remember.');
}
