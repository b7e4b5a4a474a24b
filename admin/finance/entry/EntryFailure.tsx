import { Alert, AlertTitle } from '@mui/material';
import { ErrorState } from '../../common/ErrorState.tsx';
import { useText } from '../../i18n/useText.ts';

/** Why an entry was not saved, or that nobody knows: then trying again is safe. */
export function EntryFailure({ error, unknown }: { error: unknown; unknown: boolean }) {
  const text = useText();
  if (!unknown) return <ErrorState title={text('ra_clientele.entry.failed')} error={error} />;
  return (
    <Alert severity="warning">
      <AlertTitle>{text('ra_clientele.entry.unknown')}</AlertTitle>
      {text('ra_clientele.entry.unknownHint')}
    </Alert>
  );
}
