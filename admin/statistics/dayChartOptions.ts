import type { ApexOptions } from 'apexcharts';
import type { CalendarDate } from '../../schema/period.ts';
import type { Statistic } from '../../schema/statistics.ts';
import { dayTooltip, type DayTooltipColors, type DayTooltipWords } from './dayTooltip.ts';
import { niceAxis } from './niceAxis.ts';

/** What a chart takes from the theme around it. */
export interface ChartTheme extends DayTooltipColors {
  mode: 'light' | 'dark';
  labels: string;
  line: string;
  fontFamily: string | undefined;
  /** Whether there is room for few labels only. */
  narrow: boolean;
}

export interface DayChartWords extends DayTooltipWords {
  /** A day in the few characters that fit under the axis, in a long period with its year. */
  shortDay: (day: CalendarDate, withYear: boolean) => string;
}

/** The two lines: one point a day, zeros too. */
export function daySeries(rows: readonly Statistic[], words: DayChartWords) {
  const points = (count: (row: Statistic) => number) =>
    rows.map((row) => ({ x: row.day ?? row.group, y: count(row) }));
  return [
    { name: words.sent, data: points((row) => row.sentMessages) },
    { name: words.delivered, data: points((row) => row.deliveredMessages) },
  ];
}

/**
 * Every so many-th day, so that at most `most` stand under the axis and the first is among them.
 *
 * @example
 * labelledDays(['2026-01-01', '2026-01-02', '2026-01-03'], 2) // Set { '2026-01-01', '2026-01-03' }
 */
export function labelledDays(days: readonly CalendarDate[], most: number): Set<CalendarDate> {
  const step = Math.ceil(days.length / most);
  return new Set(days.filter((_, index) => index % step === 0));
}

/** How ApexCharts draws them: calm, straight from day to day, nothing that moves. */
export function dayChartOptions(
  rows: readonly Statistic[],
  words: DayChartWords,
  theme: ChartTheme,
): ApexOptions {
  const days = rows.map((row) => row.day ?? row.group);
  const labelled = labelledDays(days, theme.narrow ? 4 : 8);
  const withYear = days.length > 366;
  const colors = [theme.sent, theme.delivered];
  const { max, tickAmount } = niceAxis(Math.max(0, ...rows.map((row) => row.sentMessages)));
  const labels = { style: { colors: theme.labels, fontSize: '12px' } };
  return {
    chart: {
      type: 'line',
      background: 'transparent',
      foreColor: theme.labels,
      fontFamily: theme.fontFamily,
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      parentHeightOffset: 0,
    },
    theme: { mode: theme.mode },
    colors,
    // ApexCharts would mix the lines with the ground, at the cost of their contrast.
    fill: { opacity: 1 },
    stroke: { curve: 'straight', width: rows.length > 120 ? 1 : 2 },
    // A point of its own has no line to be seen by.
    markers: { size: rows.length <= 31 ? 3 : 0, strokeWidth: 0, hover: { size: 5 } },
    dataLabels: { enabled: false },
    legend: { show: false },
    grid: { borderColor: theme.line, padding: { left: 16, right: 16, top: -16, bottom: -8 } },
    xaxis: {
      type: 'category',
      labels: {
        ...labels,
        rotate: 0,
        formatter: (day) => (labelled.has(day) ? words.shortDay(day, withYear) : ''),
      },
      axisBorder: { color: theme.line },
      axisTicks: { show: false },
      tooltip: { enabled: false },
    },
    yaxis: { min: 0, max, tickAmount, labels: { ...labels, formatter: words.count } },
    tooltip: {
      theme: theme.mode,
      shared: true,
      intersect: false,
      custom: ({ dataPointIndex }: { dataPointIndex: number }) => {
        const row = rows[dataPointIndex];
        return row ? dayTooltip(row, words, theme) : '';
      },
    },
  };
}
