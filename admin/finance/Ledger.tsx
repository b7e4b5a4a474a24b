import ReceiptIcon from '@mui/icons-material/ReceiptLongOutlined';
import { Paper, Stack, Typography, useMediaQuery, type Theme } from '@mui/material';
import { ListContextProvider, SortButton } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ListPagination } from '../common/ListPagination.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { useRowsPerPage } from '../common/useRowsPerPage.ts';
import { useText } from '../i18n/useText.ts';
import { ListBody } from '../period/ListBody.tsx';
import { PeriodFields } from '../period/PeriodFields.tsx';
import { useDay } from '../period/useDay.ts';
import { useFilteredList } from '../period/useFilteredList.ts';
import { usePeriod } from '../period/usePeriod.ts';
import { TransactionCards } from './TransactionCards.tsx';
import { TransactionTable } from './TransactionTable.tsx';
import { NEWEST_FIRST } from './transactionSorts.ts';

/** A client's transactions of a period, newest first: `<Ledger client={client} />`. */
export function Ledger({ client }: { client: Client }) {
  const text = useText();
  const number = useNumber();
  const day = useDay();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('lg'));
  const [period, setPeriod] = usePeriod(client);
  const [perPage] = useRowsPerPage('transactions');
  const list = useFilteredList<Transaction>({
    resource: 'transactions',
    filter: { clientId: client.id, ...period },
    sort: NEWEST_FIRST,
    perPage,
  });
  return (
    <ListContextProvider value={list}>
      <PeriodFields period={period} onChange={setPeriod} timeZone={client.timeZone} />
      <Stack direction="row" sx={{ alignItems: 'center', gap: 2, marginBottom: 1 }}>
        <Typography variant="h6" component="h2">
          {text('ra_clientele.finance.transactions')}
        </Typography>
        {list.total !== undefined && (
          <Typography variant="body2" color="text.secondary" aria-live="polite">
            {text('ra_clientele.common.total')} {number(list.total)}
          </Typography>
        )}
        {narrow && <SortButton fields={SORTS} sx={{ marginLeft: 'auto' }} />}
      </Stack>
      <Paper variant="outlined">
        <ListBody
          list={list}
          failed={text('ra_clientele.finance.failed')}
          empty={
            <EmptyState
              icon={<ReceiptIcon fontSize="inherit" />}
              title={text('ra_clientele.finance.empty', {
                from: day(period.from),
                to: day(period.to),
              })}
              hint={text('ra_clientele.finance.emptyHint')}
            />
          }
        >
          {narrow ? <TransactionCards client={client} /> : <TransactionTable client={client} />}
        </ListBody>
      </Paper>
      <ListPagination />
    </ListContextProvider>
  );
}

const SORTS = ['seq', 'amount'];
