import { Stack } from '@mui/material';
import { StatusChip } from '../common/StatusChip.tsx';
import { useText } from '../i18n/useText.ts';
import { ClientStatusChip } from './ClientStatusChip.tsx';
import { useClient } from './useClient.ts';

/** What is out of the ordinary about a client. */
export function ClientMarks() {
  const text = useText();
  const { activation, loginAttempts, loginAttemptsLimit } = useClient();
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap', '&:empty': { display: 'none' } }}>
      <ClientStatusChip />
      {activation === 'pending' && (
        <StatusChip tone="info" label={text('ra_clientele.client.activationPending')} />
      )}
      {loginAttempts >= loginAttemptsLimit && (
        <StatusChip tone="error" label={text('ra_clientele.client.loginLocked')} />
      )}
    </Stack>
  );
}
