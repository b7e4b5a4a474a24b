import { useEffect, useRef } from 'react';
import { useListController, type RaRecord, type SortPayload } from 'react-admin';

/**
 * A list inside a page: filtered from outside, sorted and paged by its own reader, and told apart
 * from the list that the page's URL describes. Another filter begins at the first page again.
 *
 * @example
 * const list = useFilteredList<Transaction>({
 *   resource: 'transactions',
 *   filter: { clientId: 12, from: '2026-01-01', to: '2026-01-31' },
 *   sort: { field: 'seq', order: 'DESC' },
 *   perPage: 25,
 * });
 */
export function useFilteredList<Row extends RaRecord>(options: FilteredListOptions) {
  const list = useListController<Row>({
    ...options,
    storeKey: false,
    disableSyncWithLocation: true,
    // The page around it has been let in already; what this list may show, the server decides.
    disableAuthentication: true,
    // The failure is told in the list's place, with a way to try again: no second notice.
    queryOptions: { onError: () => undefined },
  });

  const filter = JSON.stringify(options.filter);
  const filterOfPage = useRef(filter);
  const { setPage } = list;
  useEffect(() => {
    if (filterOfPage.current === filter) return;
    filterOfPage.current = filter;
    setPage(1);
  }, [filter, setPage]);

  return list;
}

interface FilteredListOptions {
  resource: string;
  filter: Readonly<Record<string, string | number | readonly string[]>>;
  sort: SortPayload;
  perPage?: number | undefined;
}
