import { Box } from '@mui/material';
import { useListContext } from 'react-admin';
import type { Statistic } from '../../schema/statistics.ts';
import { useText } from '../i18n/useText.ts';
import { ReportCard } from './ReportCard.tsx';
import type { ReportGrouping } from './reports.ts';
import { useReportTotalContext } from './ReportTotalContext.ts';
import { useGroupName } from './useGroupName.ts';

/** The report around it on a narrow screen, the total first: `<ReportCards groupBy="day" />`. */
export function ReportCards({ groupBy }: { groupBy: ReportGrouping }) {
  const text = useText();
  const name = useGroupName(groupBy);
  const { data } = useListContext<Statistic>();
  const { total } = useReportTotalContext();
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {total && <ReportCard name={text('ra_clientele.common.total')} row={total} strong />}
      {data?.map((row) => (
        <ReportCard key={row.id} name={name(row)} row={row} />
      ))}
    </Box>
  );
}
