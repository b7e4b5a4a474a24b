import { Paper, useMediaQuery, type Theme } from '@mui/material';
import { ListContextProvider } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { TRANSACTION_KINDS, type Transaction } from '../../schema/transactions.ts';
import { ListPagination } from '../common/ListPagination.tsx';
import { useRowsPerPage } from '../common/useRowsPerPage.ts';
import { useSearchList } from '../common/useSearchList.ts';
import { ExportButton } from '../exports/ExportButton.tsx';
import { ExportProgress } from '../exports/ExportProgress.tsx';
import { useExport } from '../exports/useExport.ts';
import { useText } from '../i18n/useText.ts';
import { ListBody } from '../period/ListBody.tsx';
import { PeriodFields } from '../period/PeriodFields.tsx';
import { useFilteredList } from '../period/useFilteredList.ts';
import { usePeriod } from '../period/usePeriod.ts';
import { KindFilter } from './KindFilter.tsx';
import { LedgerEmpty } from './LedgerEmpty.tsx';
import { LedgerHeading } from './LedgerHeading.tsx';
import { ShownSums } from './ShownSums.tsx';
import { StatementStrip } from './StatementStrip.tsx';
import { TransactionCards } from './TransactionCards.tsx';
import { TransactionDialog } from './TransactionDialog.tsx';
import { TransactionTable } from './TransactionTable.tsx';
import { NEWEST_FIRST } from './transactionSorts.ts';

/**
 * A client's transactions of a period, newest first, all of them or those of some kinds, and what
 * they come to: `<Ledger client={client} />`.
 */
export function Ledger({ client }: { client: Client }) {
  const text = useText();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('lg'));
  const [period, setPeriod] = usePeriod(client);
  const [kinds, setKinds] = useSearchList('kind', TRANSACTION_KINDS);
  const [perPage] = useRowsPerPage('transactions');
  const filter = { clientId: client.id, ...period, ...(kinds.length > 0 && { kind: kinds }) };
  const list = useFilteredList<Transaction>({
    resource: 'transactions',
    filter,
    sort: NEWEST_FIRST,
    perPage,
  });
  const exporting = useExport({
    scope: `transactions ${client.id}`,
    resource: 'transactions',
    filter,
    sort: list.sort,
  });
  return (
    <ListContextProvider value={list}>
      <PeriodFields period={period} onChange={setPeriod} timeZone={client.timeZone}>
        <KindFilter kinds={kinds} onChange={setKinds} />
      </PeriodFields>
      <StatementStrip clientId={client.id} period={period} />
      <LedgerHeading narrow={narrow}>
        <ExportButton exporting={exporting} />
      </LedgerHeading>
      <ExportProgress exporting={exporting} />
      {kinds.length > 0 && <ShownSums clientId={client.id} period={period} kinds={kinds} />}
      <Paper variant="outlined">
        <ListBody
          list={list}
          failed={text('ra_clientele.finance.failed')}
          empty={<LedgerEmpty period={period} kinds={kinds} onAllKinds={() => setKinds([])} />}
        >
          {narrow ? <TransactionCards client={client} /> : <TransactionTable client={client} />}
        </ListBody>
      </Paper>
      <ListPagination />
      <TransactionDialog client={client} />
    </ListContextProvider>
  );
}
