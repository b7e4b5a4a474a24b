import type { SortPayload } from 'react-admin';
import type { Grouping } from '../../schema/statistics.ts';

/** The reports of the tab, in the order of its menu. */
export const REPORTS = ['day', 'operator', 'sender', 'viber_sender', 'country'] as const;

/** A grouping that has a report: all but the total. */
export type ReportGrouping = Exclude<Grouping, 'total'>;

/**
 * The report that a query string names; by day when it names none.
 *
 * @example
 * reportOf('?groupBy=country') // 'country'
 */
export function reportOf(search: string): ReportGrouping {
  const named = new URLSearchParams(search).get('groupBy');
  return REPORTS.find((report) => report === named) ?? 'day';
}

/** How a report is sorted at first: days as they follow, anything else by what was sent most. */
export function firstSort(groupBy: ReportGrouping): SortPayload {
  return groupBy === 'day'
    ? { field: 'group', order: 'ASC' }
    : { field: 'sentMessages', order: 'DESC' };
}

/**
 * The filter of a report's Total row: everything that the report covers, as one row.
 *
 * @example
 * totalFilter('viber_sender', { clientId: 12, from: '2026-01-01', to: '2026-01-31' })
 * // { clientId: 12, from: '2026-01-01', to: '2026-01-31', groupBy: 'total', channel: 'viber' }
 */
export function totalFilter<Filter extends object>(groupBy: ReportGrouping, filter: Filter) {
  return {
    ...filter,
    groupBy: 'total' as const,
    // Names on Viber are registered apart, and so is their report.
    ...(groupBy === 'viber_sender' ? { channel: 'viber' as const } : {}),
  };
}
