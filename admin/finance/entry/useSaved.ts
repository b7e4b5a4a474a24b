import { useCallback } from 'react';
import { useNotify } from 'react-admin';
import type { TopUpRequest } from '../../../schema/top-up-requests.ts';
import type { Transaction } from '../../../schema/transactions.ts';
import { useMoney } from '../../common/useMoney.ts';
import { useText } from '../../i18n/useText.ts';

/** What a POST of a transaction answers: the row, or the request that waits for a second person. */
export type SavedEntry = Transaction | TopUpRequest;

/** Tells what became of an entry: the new balance, or that it waits. */
export function useTellSaved() {
  const text = useText();
  const money = useMoney();
  const notify = useNotify();
  return useCallback(
    (saved: SavedEntry) => {
      const amount = money(saved.amount, saved.currency);
      const message =
        'balanceAfter' in saved
          ? text('ra_clientele.entry.saved', {
              amount,
              balance: money(saved.balanceAfter, saved.currency),
            })
          : text('ra_clientele.entry.waits', { amount });
      notify(message, { type: 'balanceAfter' in saved ? 'success' : 'info' });
    },
    [text, money, notify],
  );
}
