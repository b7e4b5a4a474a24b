import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import { useClientPath } from './useClientPath.ts';

/**
 * Leads an address with a tab that does not exist, from an old link, to the client's first tab.
 *
 * @example useKnownTab(12, ['finance', 'names']);
 */
export function useKnownTab(id: number | undefined, tabs: readonly string[]): void {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const pathOf = useClientPath();
  const page = id === undefined ? pathname : pathOf(id);
  const [, tab] = pathname.slice(page.length).split('/');
  const unknown = Boolean(tab) && !tabs.includes(tab ?? '');
  useEffect(() => {
    if (unknown) navigate(page, { replace: true });
  }, [unknown, navigate, page]);
}
