import { Stack } from '@mui/material';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/useText.ts';
import { ExportDone } from './ExportDone.tsx';
import { ExportFailed } from './ExportFailed.tsx';
import { ExportRunning } from './ExportRunning.tsx';
import type { Exporting } from './useExport.ts';

/**
 * How an export is coming along, its file, or why there is none; nothing when there is nothing to
 * tell.
 *
 * @example <ExportProgress exporting={exporting} />
 */
export function ExportProgress({ exporting }: { exporting: Exporting }) {
  const text = useText();
  const { shown, at, error, start, discard, download, isDownloading, downloadError } = exporting;
  if (!shown && !error) return null;
  return (
    <Stack sx={{ gap: 1, mb: 1.5 }}>
      {error && (
        <ErrorState
          title={text('ra_clientele.exports.notStarted')}
          error={error}
          onRetry={shown?.status === 'running' ? undefined : start}
        />
      )}
      {shown?.status === 'running' && <ExportRunning exported={shown} at={at} onCancel={discard} />}
      {shown?.status === 'failed' && (
        <ExportFailed exported={shown} onRetry={start} onRemove={discard} />
      )}
      {shown?.status === 'done' && (
        <ExportDone
          exported={shown}
          isDownloading={isDownloading}
          onDownload={download}
          onRemove={discard}
        />
      )}
      {downloadError != null && (
        <ErrorState
          title={text('ra_clientele.exports.notFetched')}
          error={downloadError}
          onRetry={download}
        />
      )}
    </Stack>
  );
}
