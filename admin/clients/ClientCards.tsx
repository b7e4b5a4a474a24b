import { Box, Skeleton } from '@mui/material';
import { RecordContextProvider, useListContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { walkRows } from '../common/rowKeys.ts';
import { STALE } from '../common/stale.ts';
import { ClientCard } from './ClientCard.tsx';

/** The clients where a table has no room. */
export function ClientCards() {
  const { data, isPending, isPlaceholderData, perPage } = useListContext<Client>();
  return (
    <Box
      component="ul"
      onKeyDown={walkRows}
      aria-busy={isPending || isPlaceholderData}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 22rem), 1fr))',
        gap: 1.5,
        m: 0,
        p: 0,
        listStyle: 'none',
        ...(isPlaceholderData && STALE),
      }}
    >
      {isPending &&
        Array.from({ length: perPage }, (_, index) => (
          <Skeleton key={index} component="li" variant="rounded" height={130} />
        ))}
      {data?.map((client) => (
        <RecordContextProvider key={client.id} value={client}>
          <ClientCard />
        </RecordContextProvider>
      ))}
    </Box>
  );
}
