import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import type { Exporting } from './useExport.ts';

/**
 * Starts an export; at rest while one runs, because a person has one at a time. Hidden from those
 * who may not export the resource.
 *
 * @example <ExportButton exporting={useExport({ … })} />
 */
export function ExportButton({ exporting }: { exporting: Exporting }) {
  const text = useText();
  const { resource, shown, isStarting, start } = exporting;
  const { canAccess } = useCanAccess({ resource, action: 'export' });
  if (!canAccess) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      startIcon={<DownloadIcon />}
      loading={isStarting}
      loadingPosition="start"
      disabled={shown?.status === 'running'}
      title={text('ra_clientele.exports.hint')}
      onClick={start}
    >
      {text('ra_clientele.exports.export')}
    </Button>
  );
}
