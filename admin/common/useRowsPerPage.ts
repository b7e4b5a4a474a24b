import { useStore } from 'react-admin';

export const ROWS_PER_PAGE = [10, 20, 50, 100];

/**
 * How many rows of a resource the admin wants on a page, kept in react-admin's store.
 *
 * @example
 * const [perPage] = useRowsPerPage('clients');
 * <List perPage={perPage} pagination={<ListPagination />} />
 */
export function useRowsPerPage(resource: string) {
  return useStore<number>(`${resource}.rowsPerPage`, ROWS_PER_PAGE[0]);
}
