import { Box, useMediaQuery } from '@mui/material';
import { useLocation, useRefresh } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Period } from '../../schema/period.ts';
import { ClientMessages } from '../messages/ClientMessages.tsx';
import { PeriodFields } from '../period/PeriodFields.tsx';
import { usePeriod } from '../period/usePeriod.ts';
import { samePeriod } from '../period/usePeriodDraft.ts';
import { Report } from './Report.tsx';
import { ReportMenu } from './ReportMenu.tsx';
import { ReportSelect } from './ReportSelect.tsx';
import { TotalSms } from './TotalSms.tsx';
import { viewOf } from './views.ts';

/** The menu of a client's reports and messages beside what the URL names. */
export function ClientStatistics({ client }: { client: Client }) {
  const { search } = useLocation();
  const view = viewOf(search);
  // Wide enough for the host's menu, this one, and a table beside them; messages have more columns.
  const wide = useMediaQuery(`(min-width: ${view === 'messages' ? 1400 : 1280}px)`);
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
        <TotalSms client={client} inset={wide} />
        {wide ? <ReportMenu shown={view} /> : <ReportSelect shown={view} />}
      </Box>
      <section>
        {view === 'messages' ? (
          <ClientMessages client={client} />
        ) : (
          <>
            <PeriodFields search period={period} onChange={onSearch} timeZone={client.timeZone} />
            <Report key={view} client={client} groupBy={view} period={period} />
          </>
        )}
      </section>
    </Box>
  );
}
