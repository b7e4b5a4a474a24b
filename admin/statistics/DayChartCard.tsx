import { Paper, Stack, Typography } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import type { Period } from '../../schema/period.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { DayChartFrame } from './DayChartFrame.tsx';
import { NothingSent } from './NothingSent.tsx';
import { useDayRows } from './useDayRows.ts';

/**
 * The chart of a period by day with its title, unit and zone, or why there is none.
 *
 * @example <DayChartCard client={client} period={period} />
 */
export function DayChartCard({ client, period }: DayChartCardProps) {
  const text = useText();
  const number = useNumber();
  const day = useDay();
  const { rows, days, error, refetch } = useDayRows(client, period);
  const first = rows?.[0]?.day;
  const nothingSent = rows?.every((row) => row.sentMessages === 0);
  return (
    <Paper variant="outlined" sx={{ marginBottom: 2, padding: 2 }}>
      <Stack
        direction="row"
        sx={{ flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 3, marginBottom: 1 }}
      >
        <div>
          <Typography variant="subtitle2" component="h3">
            {text('ra_clientele.statistics.chart.title')}
          </Typography>
          <Typography variant="caption" color="text.secondary">
            {text('ra_clientele.statistics.chart.unit', { zone: client.timeZone })}
          </Typography>
        </div>
        {!nothingSent && <ChartLegend />}
      </Stack>
      {rows && first && days > rows.length && (
        <Typography variant="caption" color="text.secondary">
          {text('ra_clientele.statistics.chart.latest', {
            days: number(rows.length),
            from: day(first),
          })}
        </Typography>
      )}
      {error && (
        <ErrorState
          title={text('ra_clientele.statistics.chart.failed')}
          error={error}
          onRetry={refetch}
        />
      )}
      {nothingSent ? (
        <NothingSent period={period} />
      ) : (
        !error && <DayChartFrame rows={rows} period={period} />
      )}
    </Paper>
  );
}

export interface DayChartCardProps {
  client: Client;
  period: Period;
}
