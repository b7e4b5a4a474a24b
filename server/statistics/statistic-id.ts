import { isCalendarDate } from '../../schema/period.ts';
import { CHANNELS } from '../../schema/messages.ts';
import { GROUPINGS } from '../../schema/statistics.ts';
import { reportFault, type Report } from './report.ts';

/**
 * react-admin keeps records by their ids, so a row's id says which report it is from:
 * `12:operator:2026-01-01:2026-01-31::UA25503`.
 */
export function statisticId(report: Report, key: string): string {
  const { clientId, groupBy, from = '', to = '', channel = '' } = report;
  return [clientId, groupBy, from, to, channel, key].join(':');
}

/** The report and the group that an id names, or null when it names none. */
export function parseStatisticId(id: string): { report: Report; key: string } | null {
  const match = /^(\d{1,15}):(\w+):([\d-]*):([\d-]*):(\w*):([^\0]*)$/.exec(id);
  if (!match) return null;
  const [, clientId, grouping, from = '', to = '', through, key = ''] = match;
  const groupBy = GROUPINGS.find((name) => name === grouping);
  const channel = CHANNELS.find((name) => name === through);
  const known = [from, to].every((date) => date === '' || isCalendarDate(date));
  if (!groupBy || !known || (through !== '' && !channel)) return null;
  const report = {
    clientId: Number(clientId),
    groupBy,
    from: from || undefined,
    to: to || undefined,
    channel,
  };
  return reportFault(report) === null ? { report, key } : null;
}
