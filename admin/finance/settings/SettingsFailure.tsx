import { Alert } from '@mui/material';
import { HttpError } from 'react-admin';
import { ReloadButton } from '../../clients/ReloadButton.tsx';
import { ErrorState } from '../../common/ErrorState.tsx';
import { useText } from '../../i18n/useText.ts';
import { isToldAt } from '../entry/failure.ts';

/**
 * Why settings were not saved, where their fields do not say it. Someone else's change keeps what
 * was typed, and can be loaded.
 */
export function SettingsFailure({ error, onReload }: { error: unknown; onReload: () => void }) {
  const text = useText();
  if (error instanceof HttpError && error.status === 409) {
    return (
      <Alert severity="warning">
        {text('ra_clientele.billing.stale')} <ReloadButton onReload={onReload} />
      </Alert>
    );
  }
  if (isToldAt(SETTINGS, error)) return null;
  return <ErrorState title={text('ra_clientele.entry.failed')} error={error} />;
}

const SETTINGS = ['lowBalanceWarning', 'lowBalanceCritical'];
