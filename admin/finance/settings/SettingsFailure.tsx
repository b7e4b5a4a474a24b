import { Alert } from '@mui/material';
import { HttpError } from 'react-admin';
import { ReloadButton } from '../../clients/ReloadButton.tsx';
import { ErrorState } from '../../common/ErrorState.tsx';
import { useText } from '../../i18n/useText.ts';

/** Why settings were not saved. Someone else's change keeps what was typed, and can be loaded. */
export function SettingsFailure({ error, onReload }: { error: unknown; onReload: () => void }) {
  const text = useText();
  if (error instanceof HttpError && error.status === 409) {
    return (
      <Alert severity="warning">
        {text('ra_clientele.client.subscription.stale')} <ReloadButton onReload={onReload} />
      </Alert>
    );
  }
  return <ErrorState title={text('ra_clientele.client.subscription.failed')} error={error} />;
}
