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

/**
 * A query string with some of its parameters replaced and the others as they were.
 *
 * @example
 * withParams('?groupBy=day', { from: '2026-01-01' }) // '?groupBy=day&from=2026-01-01'
 */
export function withParams(search: string, values: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) params.set(name, value);
  return `?${params}`;
}
