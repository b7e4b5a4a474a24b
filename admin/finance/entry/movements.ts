import { moneySign, type Money } from '../../../schema/money.ts';
import type { Preview, PreviewKind } from '../../../schema/previews.ts';

/** An amount of the account before and after an entry. */
export interface Movement {
  name: 'balance' | 'credit' | 'available';
  before: Money;
  after: Money;
}

/**
 * What an entry changes of an account: the balance or the credit, and what may be spent.
 *
 * @example movementsOf('top_up', preview) // [{ name: 'balance', before: '12.5', after: '112.5' }, …]
 */
export function movementsOf(kind: PreviewKind, preview: Preview): [Movement, Movement] {
  const { balance, balanceAfter, creditLimit, creditLimitAfter, available, availableAfter } =
    preview;
  return [
    kind === 'credit_limit'
      ? { name: 'credit', before: creditLimit, after: creditLimitAfter }
      : { name: 'balance', before: balance, after: balanceAfter },
    { name: 'available', before: available, after: availableAfter },
  ];
}

/** Whether nothing could be spent after an entry that is not refused. */
export const stopsSpending = ({ insufficient, availableAfter }: Preview): boolean =>
  !insufficient && moneySign(availableAfter) < 0;
