import { useMemo } from 'react';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';
import type { DayChartWords } from './dayChartOptions.ts';
import { EFFICIENCY_FORMAT, efficiencyOf } from './efficiency.ts';

/** Everything that the chart by day writes, in the admin's language. */
export function useDayChartWords(): DayChartWords {
  const text = useText();
  const number = useNumber();
  const day = useDay();
  return useMemo(
    () => ({
      day: (row) =>
        day(row.day ?? row.group, {
          weekday: 'short',
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        }),
      shortDay: (date, withYear) =>
        day(date, {
          day: 'numeric',
          month: 'short',
          ...(withYear ? { year: '2-digit' } : {}),
        }),
      count: (count) => number(count),
      efficiency: (row) => {
        const efficiency = efficiencyOf(row);
        return efficiency === null ? '–' : number(efficiency, EFFICIENCY_FORMAT);
      },
      sent: text('ra_clientele.statistics.sent'),
      delivered: text('ra_clientele.statistics.delivered'),
      efficiencyName: text('resources.statistics.fields.efficiency'),
    }),
    [day, number, text],
  );
}
