import { Box } from '@mui/material';
import { useListContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { TransactionCard } from './TransactionCard.tsx';

/** The transactions of the list around it on a narrow screen: `<TransactionCards client={client} />`. */
export function TransactionCards({ client }: { client: Client }) {
  const { data } = useListContext<Transaction>();
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {data?.map((transaction) => (
        <TransactionCard key={transaction.id} transaction={transaction} client={client} />
      ))}
    </Box>
  );
}
