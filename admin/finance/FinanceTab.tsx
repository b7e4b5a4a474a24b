import { Stack } from '@mui/material';
import { useRecordContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { AccountSummary } from './AccountSummary.tsx';
import { Ledger } from './Ledger.tsx';

/**
 * The FINANCE tab of a client's page: the account and its transactions. It reads the client from
 * the record context.
 *
 * @example
 * <TabbedShowLayout.Tab label="FINANCE" path="finance">
 *   <FinanceTab />
 * </TabbedShowLayout.Tab>
 */
export function FinanceTab() {
  const client = useRecordContext<Client>();
  if (!client) return null;
  return (
    <Stack sx={{ gap: 3, paddingY: 2 }}>
      <AccountSummary client={client} />
      <section>
        {/* Another client's rows never stand in for this one's. */}
        <Ledger key={client.id} client={client} />
      </section>
    </Stack>
  );
}
