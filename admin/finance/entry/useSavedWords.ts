import { useCallback } from 'react';
import { moneySign } from '../../../schema/money.ts';
import type { TopUpRequest } from '../../../schema/top-up-requests.ts';
import type { Transaction } from '../../../schema/transactions.ts';
import { useMoney } from '../../common/useMoney.ts';
import { useText } from '../../i18n/useText.ts';
import type { Outcome } from './EntryOutcome.tsx';

/** What a POST of a transaction answers: the row, or the request that waits for a second person. */
export type SavedEntry = Transaction | TopUpRequest;

/**
 * Says what became of an entry: the new balance, or that it waits.
 *
 * @example
 * const savedWords = useSavedWords();
 * savedWords(transaction).message // Saved: +100.00 EUR, balance 112.50 EUR
 */
export function useSavedWords() {
  const text = useText();
  const money = useMoney();
  return useCallback(
    (saved: SavedEntry): Outcome => {
      const { amount, currency } = saved;
      if ('requestedBy' in saved) {
        const message = text('ra_clientele.entry.waits', { amount: money(amount, currency) });
        return { type: 'info', message };
      }
      const sign = moneySign(amount) > 0 ? '+' : '';
      const message = text('ra_clientele.entry.saved', {
        amount: sign + money(amount, currency),
        balance: money(saved.balanceAfter, currency),
      });
      return { type: 'success', message };
    },
    [text, money],
  );
}
