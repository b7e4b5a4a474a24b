import { useCallback } from 'react';
import { useCreatePath } from 'react-admin';

/**
 * The address of a client's page or of one of its tabs.
 *
 * @example
 * const pathOf = useClientPath();
 * pathOf(12, 'statistics'); // /clients/12/show/statistics
 */
export function useClientPath() {
  const createPath = useCreatePath();
  return useCallback(
    (id: number, tab?: string) => {
      const page = createPath({ resource: 'clients', type: 'show', id });
      return tab ? `${page}/${tab}` : page;
    },
    [createPath],
  );
}
