import { useState } from 'react';
import type { Money } from '../../schema/money.ts';
import { moneyFault, parseMoney, type MoneyFault } from './parseMoney.ts';
import { useFormatLocale } from './useFormatters.ts';

/** An amount while it is being typed. */
export interface MoneyDraft {
  text: string;
  /** What it reads as; undefined while it is no amount that can be used. */
  amount: Money | undefined;
  /** What is wrong with it, once that is to be told. */
  fault: MoneyFault | undefined;
  type: (text: string) => void;
  /** Tells from now on what is wrong: the field was left, or the form is to be saved. */
  settle: () => void;
  clear: () => void;
}

/**
 * The amount in a `MoneyInput`. Empty counts as a fault unless the amount is `optional`.
 *
 * @example
 * const draft = useMoneyDraft();
 * <MoneyInput label="Amount" currency="EUR" draft={draft} />
 */
export function useMoneyDraft({ zero = false, optional = false, initial = '' } = {}): MoneyDraft {
  const locale = useFormatLocale();
  const [{ text, told }, setState] = useState({ text: initial, told: false });
  const parsed = parseMoney(text, locale);
  const found = moneyFault(parsed, { zero });
  const fault = optional && found === 'empty' ? undefined : found;
  return {
    text,
    amount: found ? undefined : parsed.amount,
    fault: told ? fault : undefined,
    type: (typed) => setState({ text: typed, told: false }),
    settle: () => setState({ text, told: true }),
    clear: () => setState({ text: '', told: false }),
  };
}
