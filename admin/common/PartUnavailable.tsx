import { Box } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { ErrorState } from './ErrorState.tsx';

/** Stands where code could not be loaded: `<PartUnavailable error={error} />`. */
export function PartUnavailable({ error }: { error: unknown }) {
  const text = useText();
  return (
    <Box sx={{ pt: 2 }}>
      <ErrorState
        title={text('ra_clientele.common.partFailed')}
        error={error}
        onRetry={() => window.location.reload()}
      />
    </Box>
  );
}
