import { Alert, AlertTitle } from '@mui/material';
import { ErrorState } from '../../common/ErrorState.tsx';
import { useText } from '../../i18n/useText.ts';
import type { EntrySaving } from './useEntry.ts';

/**
 * Why an entry was not saved, where its fields do not say it, or that nobody knows: then trying
 * again is safe.
 *
 * @example <EntryFailure {...useEntry('transactions', options)} />
 */
export function EntryFailure({ error, unknown, toldAtFields }: EntryFailureProps) {
  const text = useText();
  if (!error || toldAtFields) return null;
  if (!unknown) return <ErrorState title={text('ra_clientele.entry.failed')} error={error} />;
  return (
    <Alert severity="warning">
      <AlertTitle>{text('ra_clientele.entry.unknown')}</AlertTitle>
      {text('ra_clientele.entry.unknownHint')}
    </Alert>
  );
}

export type EntryFailureProps = Pick<EntrySaving, 'error' | 'unknown' | 'toldAtFields'>;
