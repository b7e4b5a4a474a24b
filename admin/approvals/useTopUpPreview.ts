import { useGetList } from 'react-admin';
import type { Preview } from '../../schema/previews.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';

/**
 * What the account would be once a top-up is approved.
 *
 * @example
 * const { preview, error, refetch } = useTopUpPreview(request, open);
 */
export function useTopUpPreview({ clientId, amount }: TopUpRequest, enabled: boolean) {
  const { data, error, isFetching, refetch } = useGetList<Preview>(
    'previews',
    {
      filter: { clientId, kind: 'top_up', amount },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    { enabled, retry: false, onError: () => undefined },
  );
  return { preview: data?.[0], error, isFetching, refetch };
}

export type TopUpPreview = ReturnType<typeof useTopUpPreview>;
