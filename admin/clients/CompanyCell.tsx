import { Box } from '@mui/material';
import { Dash } from '../common/Dash.tsx';
import { ClientLink } from './ClientLink.tsx';
import { ClientStatusChip } from './ClientStatusChip.tsx';
import { useClient } from './useClient.ts';

/** The company, with a mark when the client is not simply active. */
export function CompanyCell() {
  const { company } = useClient();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <ClientLink part title={company}>
        {company || <Dash />}
      </ClientLink>
      <ClientStatusChip />
    </Box>
  );
}
