import { Paper, Typography, useMediaQuery, type Theme } from '@mui/material';
import { ListContextProvider } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Period } from '../../schema/period.ts';
import type { Statistic } from '../../schema/statistics.ts';
import { ListPagination } from '../common/ListPagination.tsx';
import { useText } from '../i18n/useText.ts';
import { ListBody } from '../period/ListBody.tsx';
import { useFilteredList } from '../period/useFilteredList.ts';
import { DayChartCard } from './DayChartCard.tsx';
import { NothingSent } from './NothingSent.tsx';
import { ReportCards } from './ReportCards.tsx';
import { ReportHeading } from './ReportHeading.tsx';
import { ReportTable } from './ReportTable.tsx';
import { firstSort, totalFilter, type ReportGrouping } from './reports.ts';
import { ReportTotalProvider } from './ReportTotalContext.ts';
import { useReportTotal } from './useReportTotal.ts';

/**
 * One report over a client's period: its name, the chart where it has one, and the table.
 *
 * @example <Report key={groupBy} client={client} groupBy={groupBy} period={period} />
 */
export function Report({ client, groupBy, period }: ReportProps) {
  const text = useText();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('lg'));
  const filter = { clientId: client.id, ...period };
  const total = useReportTotal(totalFilter(groupBy, filter));
  const list = useFilteredList<Statistic>({
    resource: 'statistics',
    filter: { ...filter, groupBy },
    sort: firstSort(groupBy),
    perPage: PER_PAGE,
  });
  return (
    <ListContextProvider value={list}>
      <ReportTotalProvider value={total}>
        <ReportHeading groupBy={groupBy} narrow={narrow} />
        {groupBy === 'day' && <DayChartCard client={client} period={period} />}
        <Paper variant="outlined">
          <ListBody
            list={list}
            failed={text('ra_clientele.statistics.failed')}
            empty={<NothingSent period={period} />}
          >
            {narrow ? (
              <ReportCards groupBy={groupBy} />
            ) : (
              <ReportTable client={client} groupBy={groupBy} />
            )}
          </ListBody>
        </Paper>
        {(list.total ?? 0) > PER_PAGE && <ListPagination />}
        <Typography variant="caption" color="text.secondary">
          {text('ra_clientele.statistics.efficiencyMeaning')}
        </Typography>
      </ReportTotalProvider>
    </ListContextProvider>
  );
}

export interface ReportProps {
  client: Client;
  groupBy: ReportGrouping;
  period: Period;
}

/** A month by day, and most clients' operators and countries, on one page. */
const PER_PAGE = 50;
