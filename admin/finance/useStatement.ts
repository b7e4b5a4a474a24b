import { useGetList } from 'react-admin';
import type { Period } from '../../schema/period.ts';
import type { Statement } from '../../schema/statements.ts';
import type { TransactionKind } from '../../schema/transactions.ts';

/**
 * What a client's ledger comes to in a period, or some kinds of its rows, added up by the server.
 * The one before stays readable while another loads.
 *
 * @example
 * const { statement, isStale, error, refetch } = useStatement(12, period);
 */
export function useStatement(
  clientId: number,
  period: Period,
  kinds: readonly TransactionKind[] = [],
) {
  const { data, error, isPlaceholderData, refetch } = useGetList<Statement>(
    'statements',
    {
      filter: { clientId, ...period, ...(kinds.length > 0 && { kind: kinds }) },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    { placeholderData: (previous) => previous, retry: false },
  );
  return { statement: data?.[0], isStale: isPlaceholderData, error, refetch };
}
