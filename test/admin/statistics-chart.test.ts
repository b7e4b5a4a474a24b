import { getContrastRatio } from '@mui/material/styles';
import { describe, expect, it } from 'vitest';
import { CHART_COLORS } from '../../admin/statistics/chartColors.ts';
import {
  dayChartOptions,
  daySeries,
  labelledDays,
  type ChartTheme,
  type DayChartWords,
} from '../../admin/statistics/dayChartOptions.ts';
import { dayTooltip } from '../../admin/statistics/dayTooltip.ts';
import { niceAxis } from '../../admin/statistics/niceAxis.ts';
import { addDays } from '../../schema/period.ts';
import type { Statistic } from '../../schema/statistics.ts';

const theme: ChartTheme = {
  ...CHART_COLORS.light,
  mode: 'light',
  ground: '#fff',
  text: '#000',
  labels: '#666',
  line: '#ddd',
  fontFamily: undefined,
  narrow: false,
};

const words: DayChartWords = {
  day: (row) => row.group,
  shortDay: (day, withYear) => (withYear ? day : day.slice(5)),
  count: String,
  efficiency: () => '50.0%',
  sent: 'Sent',
  delivered: 'Delivered',
  efficiencyName: 'Efficiency',
};

const day = (date: string, sentMessages = 0, deliveredMessages = 0): Statistic => ({
  id: date,
  group: date,
  day: date,
  country: null,
  mccMnc: null,
  operator: null,
  sender: null,
  sentMessages,
  sentParts: sentMessages,
  deliveredMessages,
  deliveredParts: deliveredMessages,
  pendingParts: 0,
  efficiency: null,
  price: '0.000000',
  currency: 'EUR',
});

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => day(addDays('2026-01-01', index)));

describe('STAT-4 the colours of the chart', () => {
  // The papers of react-admin's own themes, and the grounds behind them.
  const GROUNDS = {
    light: ['#ffffff', '#fafafa', '#fafafb', '#f7f8f9', '#f4f4f4', '#f0f0f0'],
    dark: ['#000000', '#121212', '#151221', '#1e1e1e', '#2b3033', '#313131'],
  };

  it.each(['light', 'dark'] as const)('are told apart in %s themes', (mode) => {
    const { sent, delivered } = CHART_COLORS[mode];
    expect(getContrastRatio(sent, delivered)).toBeGreaterThanOrEqual(3);
    for (const ground of GROUNDS[mode]) {
      expect(getContrastRatio(sent, ground), `sent on ${ground}`).toBeGreaterThanOrEqual(3);
      expect(getContrastRatio(delivered, ground), `delivered on ${ground}`).toBeGreaterThanOrEqual(
        3,
      );
    }
  });
});

describe('STAT-4 the lines of the chart', () => {
  const rows = [day('2026-01-01', 10, 9), day('2026-01-02'), day('2026-01-03', 4, 4)];

  it('have a point for each day, also where nothing was sent', () => {
    const [sent, delivered] = daySeries(rows, words);
    expect(sent).toEqual({
      name: 'Sent',
      data: [
        { x: '2026-01-01', y: 10 },
        { x: '2026-01-02', y: 0 },
        { x: '2026-01-03', y: 4 },
      ],
    });
    expect(delivered?.data.map(({ y }) => y)).toEqual([9, 0, 4]);
  });

  it('are straight, in the colours of sent and delivered, and do not move', () => {
    const { stroke, colors, chart } = dayChartOptions(rows, words, theme);
    expect(stroke?.curve).toBe('straight');
    expect(colors).toEqual([theme.sent, theme.delivered]);
    expect(chart?.animations).toEqual({ enabled: false });
  });

  it('can be seen when there is one day only', () => {
    expect(dayChartOptions(days(1), words, theme).markers?.size).toBeGreaterThan(0);
  });
});

describe('STAT-4 the axes of the chart', () => {
  it.each([
    [0, { max: 1, tickAmount: 1 }],
    [1, { max: 1, tickAmount: 1 }],
    [2, { max: 2, tickAmount: 2 }],
    [7, { max: 8, tickAmount: 4 }],
    [10, { max: 10, tickAmount: 5 }],
    [1234, { max: 1500, tickAmount: 3 }],
    [2_400_000, { max: 2_500_000, tickAmount: 5 }],
  ])('hold %i in round whole steps', (largest, axis) => {
    expect(niceAxis(largest)).toEqual(axis);
  });

  it('never cut counts into fractions nor leave one out', () => {
    for (let largest = 0; largest < 3000; largest += 1) {
      const { max, tickAmount } = niceAxis(largest);
      expect(max).toBeGreaterThanOrEqual(largest);
      expect(Number.isInteger(max / tickAmount)).toBe(true);
      expect(tickAmount).toBeLessThanOrEqual(5);
    }
  });

  it.each([1, 4, 8, 9, 31, 366, 1000])('label the first of %i days and at most eight', (count) => {
    const labelled = labelledDays(
      days(count).map(({ group }) => group),
      8,
    );
    expect(labelled.has('2026-01-01')).toBe(true);
    expect(labelled.size).toBeLessThanOrEqual(8);
  });

  it('write the year where a day alone would not be enough', () => {
    const label = (count: number) => {
      const { formatter } = dayChartOptions(days(count), words, theme).xaxis?.labels ?? {};
      return formatter?.('2026-01-01');
    };
    expect(label(31)).toBe('01-01');
    expect(label(500)).toBe('2026-01-01');
  });
});

describe('STAT-4 the tooltip of the chart', () => {
  it('has both counts and the efficiency', () => {
    const html = dayTooltip(day('2026-01-01', 10, 5), words, theme);
    const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text.trim()).toBe('2026-01-01 Sent 10 Delivered 5 Efficiency 50.0%');
  });

  it('never takes words for markup', () => {
    const html = dayTooltip(
      day('2026-01-01'),
      { ...words, sent: '<img src=x onerror="1">' },
      theme,
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;1&quot;&gt;');
  });
});
