import { Alert, Box, Skeleton } from '@mui/material';
import { lazy, Suspense } from 'react';
import type { Period } from '../../schema/period.ts';
import type { Statistic } from '../../schema/statistics.ts';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';
import { ChartBoundary } from './ChartBoundary.tsx';

// ApexCharts weighs more than the rest of the plugin: it is fetched when a chart is shown.
const DayChart = lazy(() =>
  import('./DayChart.tsx').then((module) => ({ default: module.DayChart })),
);

/** The place of the chart, which keeps its height while figures and code are on their way. */
export function DayChartFrame({ rows, period }: DayChartFrameProps) {
  const text = useText();
  const day = useDay();
  const waiting = <Skeleton variant="rounded" height={HEIGHT} />;
  const label = text('ra_clientele.statistics.chart.label', {
    from: day(period.from),
    to: day(period.to),
  });
  return (
    <ChartBoundary
      fallback={
        <Alert severity="info">
          {text('ra_clientele.statistics.chart.failed')}.{' '}
          {text('ra_clientele.statistics.chart.failedHint')}
        </Alert>
      }
    >
      <Box role="img" aria-label={label} sx={{ height: HEIGHT }}>
        <Suspense fallback={waiting}>
          {rows ? <DayChart rows={rows} height={HEIGHT} /> : waiting}
        </Suspense>
      </Box>
    </ChartBoundary>
  );
}

export interface DayChartFrameProps {
  /** Every day of the period, in order; undefined while they are being fetched. */
  rows: readonly Statistic[] | undefined;
  period: Period;
}

const HEIGHT = 260;
