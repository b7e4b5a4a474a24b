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
 * Without an entry nothing is asked. While it is `held`, what has been shown stays as it is: an
 * entry under way may be in the account already, and would count twice.
 *
 * @example const { preview, error, refetch } = usePreview({ clientId: 12, kind: 'top_up', amount: '100' });
 */
export function usePreview(entry: Entry | undefined, { held = false } = {}) {
  const { data, error, isFetching, isFetchedAfterMount, refetch } = useGetList<Preview>(
    'previews',
    {
      filter: { ...entry },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    { enabled: entry !== undefined && !held, retry: false },
  );
  return {
    kind: entry?.kind,
    preview: entry && data?.[0],
    /** Whether it has been asked for since it is shown, and not only before. */
    isFresh: isFetchedAfterMount && !error,
    error,
    isFetching,
    refetch,
  };
}

export type EntryPreview = ReturnType<typeof usePreview>;
