import type { Period } from '../../schema/period.ts';
import { isUsable } from './periodDraft.ts';

/**
 * The period that stands in a query string, or null when there is none that can be used.
 *
 * @example
 * periodOf('?from=2026-01-01&to=2026-01-31') // { from: '2026-01-01', to: '2026-01-31' }
 */
export function periodOf(search: string): Period | null {
  const params = new URLSearchParams(search);
  const period = { from: params.get('from') ?? '', to: params.get('to') ?? '' };
  return isUsable(period) ? period : null;
}
