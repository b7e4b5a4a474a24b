import { Box, useMediaQuery } from '@mui/material';
import { useLocation, useRefresh } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Period } from '../../schema/period.ts';
import { PeriodFields } from '../period/PeriodFields.tsx';
import { usePeriod } from '../period/usePeriod.ts';
import { samePeriod } from '../period/usePeriodDraft.ts';
import { Report } from './Report.tsx';
import { ReportMenu } from './ReportMenu.tsx';
import { ReportSelect } from './ReportSelect.tsx';
import { reportOf } from './reports.ts';
import { TotalSms } from './TotalSms.tsx';

/** The menu of a client's reports beside the one that the URL names. */
export function ClientStatistics({ client }: { client: Client }) {
  // Wide enough for the host's menu, this one, and a table of numbers beside them.
  const wide = useMediaQuery('(min-width: 1280px)');
  const { search } = useLocation();
  const groupBy = reportOf(search);
  const [period, setPeriod] = usePeriod(client);
  const refresh = useRefresh();
  // Searching for the period on screen asks for what has changed since.
  const onSearch = (wanted: Period) => (samePeriod(wanted, period) ? refresh() : setPeriod(wanted));
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: wide ? 'max-content minmax(0, 1fr)' : 'minmax(0, 1fr)',
        gap: wide ? 3 : 2,
        paddingY: 2,
      }}
    >
      <Box>
        <TotalSms client={client} />
        {wide ? <ReportMenu shown={groupBy} /> : <ReportSelect shown={groupBy} />}
      </Box>
      <section>
        <PeriodFields search period={period} onChange={onSearch} timeZone={client.timeZone} />
        <Report key={groupBy} client={client} groupBy={groupBy} period={period} />
      </section>
    </Box>
  );
}
