import { useCallback } from 'react';
import { useLocation } from 'react-admin';
import { useClientPath } from '../clients/useClientPath.ts';
import { withParams } from '../common/searchParams.ts';
import { clientOf } from './transactionId.ts';

/**
 * The address of a transaction: its client's FINANCE tab with the row's details open. In that
 * ledger already, the period and the kinds that are shown stay.
 *
 * @example
 * const pathTo = useTransactionPath();
 * pathTo('12-7'); // /clients/12/show/finance?transaction=12-7
 */
export function useTransactionPath() {
  const pathOf = useClientPath();
  const { pathname, search } = useLocation();
  return useCallback(
    (id: string) => {
      const ledger = pathOf(clientOf(id), 'finance');
      return ledger + withParams(pathname === ledger ? search : '', { transaction: id });
    },
    [pathOf, pathname, search],
  );
}
