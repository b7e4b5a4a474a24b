import { useGetList } from 'react-admin';
import type { Preview, PreviewKind } from '../../../schema/previews.ts';

/** An entry that is being thought of. */
export interface Entry {
  clientId: number;
  kind: PreviewKind;
  amount?: string;
  /** The row that a reversal takes back. */
  reversesId?: string;
}

/**
 * What an entry would come to: the server reckons, because money is never reckoned with here.
 * Without an entry nothing is asked.
 *
 * @example const { preview, error, refetch } = usePreview({ clientId: 12, kind: 'top_up', amount: '100' });
 */
export function usePreview(entry: Entry | undefined) {
  const { data, error, isFetching, refetch } = useGetList<Preview>(
    'previews',
    {
      filter: { ...entry },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    { enabled: entry !== undefined, retry: false },
  );
  return { preview: entry && data?.[0], error, isFetching, refetch };
}

export type EntryPreview = ReturnType<typeof usePreview>;
