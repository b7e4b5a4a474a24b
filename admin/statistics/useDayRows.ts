import { useGetList } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Period } from '../../schema/period.ts';
import type { Statistic } from '../../schema/statistics.ts';

/** The most days in one chart: as many rows as one request may ask for. */
const CHART_DAYS = 1000;

/**
 * All days of a period in their order, whatever page and order the table has. Of a period longer
 * than `CHART_DAYS` these are the last ones, and `days` says how many there are.
 *
 * @example
 * const { rows, days } = useDayRows(client, period);
 */
export function useDayRows(client: Client, period: Period) {
  const { data, total, error, refetch } = useGetList<Statistic>(
    'statistics',
    {
      filter: { clientId: client.id, groupBy: 'day', ...period },
      pagination: { page: 1, perPage: CHART_DAYS },
      sort: { field: 'group', order: 'DESC' },
    },
    { placeholderData: (previous) => previous, retry: false },
  );
  return { rows: data?.toReversed(), days: total ?? 0, error, refetch };
}
