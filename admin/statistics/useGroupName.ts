import { useCallback, useMemo } from 'react';
import { useFormatLocale } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';
import { groupName, type GroupFacts, type GroupWords } from './groupName.ts';
import type { ReportGrouping } from './reports.ts';

/**
 * Names the rows of a report.
 *
 * @example
 * const name = useGroupName('operator');
 * name(row); // Ukraine - Kyivstar
 */
export function useGroupName(groupBy: ReportGrouping) {
  const text = useText();
  const day = useDay();
  const locale = useFormatLocale();
  const words = useMemo<GroupWords>(() => {
    const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
    return {
      day: (date) =>
        day(date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
      country: (code) => countries.of(code) ?? code,
      unknownCountry: text('ra_clientele.statistics.unknownCountry'),
      unknownOperator: text('ra_clientele.statistics.unknownOperator'),
      operatorOf: (country, operator) =>
        text('ra_clientele.statistics.operatorOf', { country, operator }),
    };
  }, [day, locale, text]);
  return useCallback((row: GroupFacts) => groupName(groupBy, row, words), [groupBy, words]);
}
