import { Box, Skeleton, Stack } from '@mui/material';
import { useCanAccess, useRecordContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { CreditForm } from './CreditForm.tsx';
import { Ledger } from './Ledger.tsx';
import { TopUpForm } from './TopUpForm.tsx';
import { WaitingTopUps } from './WaitingTopUps.tsx';

/**
 * The FINANCE tab of a client's page: the account, what can be done with it, and its transactions.
 * It reads the client from the record context.
 *
 * @example
 * <TabbedShowLayout.Tab label="FINANCE" path="finance">
 *   <FinanceTab />
 * </TabbedShowLayout.Tab>
 */
export function FinanceTab() {
  const client = useRecordContext<Client>();
  const toppingUp = useCanAccess({ resource: 'transactions', action: 'create' });
  const lending = useCanAccess({ resource: 'credit_limits', action: 'create' });
  if (!client) return null;
  return (
    // Another client's rows, and what was typed for it, never stand in for this one's.
    <Stack key={client.id} sx={{ gap: 3, paddingY: 2 }}>
      <Box sx={PANELS}>
        <AccountPanel client={client} />
        {toppingUp.isPending && PLACE}
        {toppingUp.canAccess && <TopUpForm client={client} />}
        {lending.isPending && PLACE}
        {lending.canAccess && <CreditForm client={client} />}
      </Box>
      <WaitingTopUps client={client} />
      <section>
        <Ledger client={client} />
      </section>
    </Stack>
  );
}

/** Keeps the place of a form until it is known whether the person may use it. */
const PLACE = <Skeleton variant="rounded" height="100%" sx={{ minHeight: '15rem' }} />;

const PANELS = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fit, minmax(18rem, 1fr))' },
  alignItems: 'stretch',
  gap: 2,
  maxWidth: { md: '84rem' },
};
