import { useGetList } from 'react-admin';

/** Often enough to notice what others do, seldom enough for a page that stays open all day. */
const EVERY_MS = 30_000;

/**
 * How many records of a resource a filter finds, looked at again now and then; undefined until it
 * is known.
 *
 * @example const waiting = useCount('top_up_requests', { status: 'pending' });
 */
export function useCount(resource: string, filter: object): number | undefined {
  const { total } = useGetList(
    resource,
    { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } },
    { retry: false, refetchInterval: EVERY_MS },
  );
  return total;
}
