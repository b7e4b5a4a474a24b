import { Box, Typography } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';
import { PurposeText } from './PurposeText.tsx';
import { TransactionActions } from './TransactionActions.tsx';
import { TransactionLink } from './TransactionLink.tsx';

/** One transaction on a narrow screen: what for and when, how much and what was left. */
export function TransactionCard({ transaction, client }: TransactionCardProps) {
  const text = useText();
  const { credit, debit, balanceAfter, occurredAt, currency } = transaction;
  const side = debit === null ? 'credit' : 'debit';
  return (
    <Box
      component="li"
      sx={{
        padding: 1.5,
        typography: 'body2',
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={SIDES}>
        <PurposeText of={transaction} />
        <Box sx={{ flexShrink: 0 }}>
          <Typography variant="caption" color="text.secondary">
            {text(`resources.transactions.fields.${side}`)}{' '}
          </Typography>
          <MoneyText amount={debit ?? credit} currency={currency} />
        </Box>
      </Box>
      <Box sx={[SIDES, { flexWrap: 'wrap', typography: 'caption', color: 'text.secondary' }]}>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          <InstantText instant={occurredAt} timeZone={client.timeZone} />{' '}
          <TransactionLink id={transaction.id} underline="hover" />{' '}
          <TransactionActions of={transaction} />
        </Box>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {text('resources.transactions.fields.balanceAfter')}{' '}
          <MoneyText amount={balanceAfter} currency={currency} />
        </Box>
      </Box>
    </Box>
  );
}

export interface TransactionCardProps {
  transaction: Transaction;
  client: Client;
}

const SIDES = { display: 'flex', justifyContent: 'space-between', columnGap: 2 };
