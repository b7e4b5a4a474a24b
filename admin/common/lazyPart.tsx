import { lazy, type ComponentType } from 'react';
import { PartUnavailable } from './PartUnavailable.tsx';

/**
 * `React.lazy` for a page or a tab whose code may fail to arrive, because the server is down or has
 * a newer version by now. React would keep the failure for good; this says so in the part's place
 * and offers to load the console anew.
 *
 * @example const FinanceTab = lazyPart(async () => (await import('./FinanceTab.tsx')).FinanceTab);
 */
export function lazyPart(load: () => Promise<ComponentType>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      (error: unknown) => ({ default: () => <PartUnavailable error={error} /> }),
    ),
  );
}
