import type { Transaction } from '../../schema/transactions.ts';
import type { MessageKey } from '../i18n/useText.ts';

/** What a transaction was for, as a message to translate and the facts that go with it. */
export interface Purpose {
  key: MessageKey;
  options: Readonly<Record<string, string>>;
}

/**
 * Reads the purpose of a transaction from its kind and what it refers to; the server's own line is
 * English only. The row that a reversal takes back is named by the rest of the line, as a link.
 *
 * @example
 * purposeOf({ kind: 'charge', mailing: 'March news' })
 * // { key: 'ra_clientele.finance.purpose.chargeOf', options: { mailing: 'March news' } }
 */
export function purposeOf({ kind, mailing }: PurposeFacts): Purpose {
  if ((kind === 'charge' || kind === 'refund') && mailing) {
    return { key: `ra_clientele.finance.purpose.${kind}Of`, options: { mailing } };
  }
  return { key: `ra_clientele.finance.purpose.${kind}`, options: {} };
}

export type PurposeFacts = Pick<Transaction, 'kind' | 'mailing'>;
