import CheckIcon from '@mui/icons-material/Check';
import { Alert, Stack } from '@mui/material';
import { HttpError } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { ReloadButton } from './ReloadButton.tsx';

/**
 * What became of saving, beside the button. A stale save (someone else was faster) keeps the choice
 * and offers the current state.
 */
export function SubscriptionOutcome({ saved, error, onReload }: SubscriptionOutcomeProps) {
  const text = useText();
  if (error instanceof HttpError && error.status === 409) {
    return (
      <Alert severity="warning">
        {text('ra_clientele.client.subscription.stale')} <ReloadButton onReload={onReload} />
      </Alert>
    );
  }
  if (error) {
    return (
      <Alert severity="error">
        {text('ra_clientele.client.subscription.failed')}: {error.message}
      </Alert>
    );
  }
  return (
    <Stack
      direction="row"
      role="status"
      sx={{ alignItems: 'center', gap: 0.5, typography: 'body2' }}
    >
      {saved && (
        <>
          <CheckIcon color="success" fontSize="small" />
          {text('ra_clientele.client.subscription.saved')}
        </>
      )}
    </Stack>
  );
}

export interface SubscriptionOutcomeProps {
  saved: boolean;
  error: Error | null;
  /** The current state has been loaded. */
  onReload: () => void;
}
