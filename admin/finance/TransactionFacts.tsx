import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { Dash } from '../common/Dash.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';
import { MessagesLink } from './MessagesLink.tsx';
import { purposeOf } from './purpose.ts';
import { TransactionRelations } from './TransactionRelations.tsx';

/** Everything about one transaction, a line each: `<TransactionFacts of={row} client={client} />`. */
export function TransactionFacts({ of: transaction, client }: TransactionFactsProps) {
  const text = useText();
  const { key, options } = purposeOf(transaction);
  const { occurredAt, credit, debit, balanceAfter, currency, comment, actor } = transaction;
  return (
    <Box component="dl" sx={FACTS}>
      <Fact field="seq">
        <InstantText instant={occurredAt} timeZone={client.timeZone} />
      </Fact>
      <Fact field={debit === null ? 'credit' : 'debit'}>
        <MoneyText amount={debit ?? credit} currency={currency} />
      </Fact>
      <Fact field="balanceAfter">
        <MoneyText amount={balanceAfter} currency={currency} />
      </Fact>
      <Fact field="purpose">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.75 }}>
          <span>{text(key, options)}</span>
          <MessagesLink of={transaction} />
          <TransactionRelations of={transaction} />
        </Box>
      </Fact>
      <Fact field="comment">
        {comment ? <Box sx={{ whiteSpace: 'pre-line' }}>{comment}</Box> : <Dash />}
      </Fact>
      <Fact field="actor">{actor}</Fact>
    </Box>
  );
}

function Fact({ field, children }: FactProps) {
  const text = useText();
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {text(`resources.transactions.fields.${field}`)}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  );
}

export interface TransactionFactsProps {
  of: Transaction;
  client: Client;
}

interface FactProps {
  field: 'seq' | 'credit' | 'debit' | 'balanceAfter' | 'purpose' | 'comment' | 'actor';
  children: ReactNode;
}

const FACTS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(6rem, auto) 1fr',
  columnGap: 2,
  rowGap: 1,
  m: 0,
  typography: 'body2',
};
