import { useMediaQuery, useTheme } from '@mui/material';
import { useMemo } from 'react';
import type { Statistic } from '../../schema/statistics.ts';
import { ApexChart } from './ApexChart.ts';
import { CHART_COLORS } from './chartColors.ts';
import { dayChartOptions, daySeries } from './dayChartOptions.ts';
import { useDayChartWords } from './useDayChartWords.ts';

/** The lines of sent and delivered messages, one point a day: `<DayChart rows={rows} height={260} />`. */
export function DayChart({ rows, height }: DayChartProps) {
  const theme = useTheme();
  const words = useDayChartWords();
  const { mode, text, divider, background } = theme.palette;
  const { fontFamily } = theme.typography;
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const series = useMemo(() => daySeries(rows, words), [rows, words]);
  const options = useMemo(
    () =>
      dayChartOptions(rows, words, {
        ...CHART_COLORS[mode],
        mode,
        ground: background.paper,
        text: text.primary,
        labels: text.secondary,
        line: divider,
        fontFamily,
        narrow,
      }),
    [rows, words, mode, text, background.paper, divider, fontFamily, narrow],
  );
  return <ApexChart type="line" series={series} options={options} height={height} width="100%" />;
}

export interface DayChartProps {
  /** Every day of the period, in order. */
  rows: readonly Statistic[];
  height: number;
}
