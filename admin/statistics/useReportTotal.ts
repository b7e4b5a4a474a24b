import { useGetList } from 'react-admin';
import type { Statistic } from '../../schema/statistics.ts';

/**
 * Everything that a filter covers as one row, added up by the server: no money is summed here.
 *
 * @example
 * const { total, error, refetch } = useReportTotal({ clientId: 12, groupBy: 'total' });
 */
export function useReportTotal(filter: Readonly<Record<string, string | number>>) {
  const { data, error, isFetching, refetch } = useGetList<Statistic>(
    'statistics',
    { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'group', order: 'ASC' } },
    { placeholderData: (previous) => previous, retry: false },
  );
  return { total: data?.[0], error, isFetching, refetch };
}

export type ReportTotal = ReturnType<typeof useReportTotal>;
