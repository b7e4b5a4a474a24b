import type { Money } from '../../schema/money.ts';
import type { TransactionKind } from '../../schema/transactions.ts';
import type { Random } from '../traffic/random.ts';
import { instantOf } from './calendar.ts';
import { ROUND_AMOUNTS } from './choices.ts';
import type { DemoClient } from './client-row.ts';

/** A row of a ledger other than a charge, before it has its place and its balance. */
export interface LedgerEntry {
  clientId: number;
  occurredAt: string;
  kind: TransactionKind;
  /** null only of a client's last row: what the balance is then, so that nothing remains. */
  amount: Money | null;
  /**
   * The charges that it pays: all until the next such entry, rounded up and at least `amount`, or
   * all since the one before, exactly.
   */
  pays: 'next' | 'previous' | null;
  comment: string | null;
  actor: string;
  /** Names the entry within its client; `reverses` is the key of another one. */
  key: string;
  reverses: string | null;
}

/** What is told about an entry; the rest has a default. */
export interface EntryOptions extends Partial<
  Pick<LedgerEntry, 'amount' | 'pays' | 'comment' | 'actor' | 'reverses'>
> {
  /** Which of the currency's round amounts it is; any of them when left out. */
  size?: number;
}

/**
 * Makes the entries of one client.
 *
 * @example const entry = entryOf(demo, random); entry(Date.now(), 'bonus', { size: 0 })
 */
export function entryOf({ id, row }: DemoClient, random: Random) {
  const amounts = ROUND_AMOUNTS[row.currency] ?? [];
  let count = 0;
  return (at: number, kind: TransactionKind, options: EntryOptions): LedgerEntry => {
    const { size, ...given } = options;
    count += 1;
    return {
      clientId: id,
      occurredAt: instantOf(at),
      kind,
      amount: (size === undefined ? undefined : amounts[size]) ?? random.pick(amounts),
      pays: null,
      comment: null,
      actor: 'billing',
      key: `${kind} ${count}`,
      reverses: null,
      ...given,
    };
  };
}
