import { Box } from '@mui/material';
import { DataTable, useListSortContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { Column } from '../common/Column.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { VISUALLY_HIDDEN } from '../common/visuallyHidden.ts';
import { useText } from '../i18n/useText.ts';
import { STICKY_HEAD } from '../period/stickyHead.ts';
import { AmountHeader } from './AmountHeader.tsx';
import { PurposeText } from './PurposeText.tsx';
import { TransactionActions } from './TransactionActions.tsx';
import { TransactionLink } from './TransactionLink.tsx';
import { isSortedBy, LARGEST_CREDIT_FIRST, LARGEST_DEBIT_FIRST } from './transactionSorts.ts';

/** The transactions of the list around it, one a row: `<TransactionTable client={client} />`. */
export function TransactionTable({ client }: { client: Client }) {
  const text = useText();
  const { sort } = useListSortContext();
  const inCurrency = (name: string) => `${name}, ${client.currency}`;
  return (
    <DataTable<Transaction> bulkActionButtons={false} rowClick={false} sx={LAYOUT}>
      <Column<Transaction>
        source="seq"
        label={text('resources.transactions.fields.seq')}
        sortByOrder="DESC"
        render={(row) => <InstantText instant={row.occurredAt} timeZone={client.timeZone} />}
      />
      <Column<Transaction>
        source="credit"
        align="right"
        disableSort
        sortedBy={isSortedBy(LARGEST_CREDIT_FIRST, sort) && 'desc'}
        label={
          <AmountHeader
            label={inCurrency(text('resources.transactions.fields.credit'))}
            meaning={text('ra_clientele.finance.creditMeaning')}
            order={LARGEST_CREDIT_FIRST}
          />
        }
        render={(row) => <MoneyText amount={row.credit} />}
      />
      <Column<Transaction>
        source="debit"
        align="right"
        disableSort
        sortedBy={isSortedBy(LARGEST_DEBIT_FIRST, sort) && 'desc'}
        label={
          <AmountHeader
            label={inCurrency(text('resources.transactions.fields.debit'))}
            meaning={text('ra_clientele.finance.debitMeaning')}
            order={LARGEST_DEBIT_FIRST}
          />
        }
        render={(row) => <MoneyText amount={row.debit} />}
      />
      <Column<Transaction>
        source="purpose"
        disableSort
        label={text('resources.transactions.fields.purpose')}
        render={(row) => <PurposeText of={row} />}
      />
      <Column<Transaction>
        source="balanceAfter"
        align="right"
        disableSort
        label={inCurrency(text('resources.transactions.fields.balanceAfter'))}
        render={(row) => <MoneyText amount={row.balanceAfter} />}
      />
      <Column<Transaction>
        source="id"
        disableSort
        label={text('resources.transactions.fields.id')}
        render={(row) => <TransactionLink id={row.id} underline="hover" />}
      />
      <Column<Transaction>
        source="actions"
        disableSort
        label={
          <Box component="span" sx={VISUALLY_HIDDEN}>
            {text('ra_clientele.ledger.actions')}
          </Box>
        }
        render={(row) => <TransactionActions of={row} />}
      />
    </DataTable>
  );
}

// The purpose takes what the figures leave, so that they stand at the same place on every page.
const LAYOUT = {
  ...STICKY_HEAD,
  // Twice the class: some themes have a padding of their own for each size of table.
  '& .MuiTableCell-root.MuiTableCell-root': { paddingX: 2, paddingY: 1 },
  '& td.MuiTableCell-root': { verticalAlign: 'top' },
  '& .MuiTableCell-root.column-purpose.column-purpose': { paddingLeft: 4 },
  '& tbody tr:last-of-type td': { borderBottom: 0 },
  '& th': { whiteSpace: 'nowrap' },
  '& .column-seq': { width: '9.5rem' },
  '& .column-credit, & .column-debit': { width: '8rem' },
  '& .column-balanceAfter': { width: '10rem' },
  '& .column-id': { width: '5.5rem' },
  '& .MuiTableCell-root.column-actions.column-actions': { width: '3rem', paddingX: 0.5 },
};
