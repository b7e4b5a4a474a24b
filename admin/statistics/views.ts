import type { MessageKey } from '../i18n/useText.ts';
import { REPORTS, reportOf, type ReportGrouping } from './reports.ts';

/** What the tab shows: a report, or the messages behind them one by one. */
export type StatisticsView = ReportGrouping | 'messages';

/** In the order of the tab's menu. */
export const VIEWS: readonly StatisticsView[] = [...REPORTS, 'messages'];

/**
 * What a query string asks for; the report by day when it asks for nothing.
 *
 * @example
 * viewOf('?view=messages&chargeId=12-7') // 'messages'
 * viewOf('?groupBy=country') // 'country'
 */
export function viewOf(search: string): StatisticsView {
  return new URLSearchParams(search).get('view') === 'messages' ? 'messages' : reportOf(search);
}

/** The parameters of an address that lead to a view, and those of the other views taken out. */
export function viewParams(view: StatisticsView): Readonly<Record<string, string | null>> {
  return view === 'messages'
    ? { view, groupBy: null }
    : { view: null, groupBy: view, chargeId: null, refundId: null, status: null, channel: null };
}

/** How a view is called. */
export function viewName(view: StatisticsView): MessageKey {
  return view === 'messages'
    ? 'ra_clientele.messages.title'
    : `ra_clientele.statistics.grouping.${view}`;
}
