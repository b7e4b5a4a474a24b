import { useGetList } from 'react-admin';
import type { Export } from '../../schema/exports.ts';

/** Quick enough to see the rows grow, and slow enough for a server with many at work. */
const POLL_MS = 700;

/**
 * The export to tell of, asked for again while it runs: the one that runs for this person, of
 * which there is one at a time, or else the one with this id.
 *
 * @example
 * const { shown, at, refetch } = useShownExport('0b2e9c1e-…');
 */
export function useShownExport(own: string | null) {
  const {
    data = [],
    dataUpdatedAt,
    refetch,
  } = useGetList<Export>(
    'exports',
    { pagination: { page: 1, perPage: 50 }, sort: { field: 'createdAt', order: 'DESC' } },
    {
      retry: false,
      refetchInterval: ({ state }) => (state.data?.data?.some(isRunning) ? POLL_MS : false),
      // The file comes even while another tab is being looked at.
      refetchIntervalInBackground: true,
    },
  );
  const shown = data.find(isRunning) ?? data.find(({ id }) => id === own) ?? null;
  return { shown, at: dataUpdatedAt, refetch };
}

function isRunning({ status }: Export): boolean {
  return status === 'running';
}
