import { Alert, AlertTitle, Button } from '@mui/material';
import type { Export } from '../../schema/exports.ts';
import { useText } from '../i18n/useText.ts';

/** An export that came to nothing, why, and a way to begin it anew. */
export function ExportFailed({ exported, onRetry, onRemove }: ExportFailedProps) {
  const text = useText();
  return (
    <Alert severity="error" onClose={onRemove} closeText={text('ra_clientele.exports.dismiss')}>
      <AlertTitle>{text('ra_clientele.exports.failed', { file: exported.fileName })}</AlertTitle>
      {exported.error}{' '}
      <Button color="inherit" size="small" onClick={onRetry}>
        {text('ra_clientele.exports.again')}
      </Button>
    </Alert>
  );
}

export interface ExportFailedProps {
  exported: Export;
  onRetry: () => void;
  onRemove: () => void;
}
