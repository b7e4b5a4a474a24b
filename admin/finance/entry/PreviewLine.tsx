import { Box } from '@mui/material';
import { STALE } from '../../common/stale.ts';
import { useText } from '../../i18n/useText.ts';
import { MovementText } from './MovementText.tsx';
import { movementsOf, stopsSpending } from './movements.ts';
import type { EntryPreview } from './usePreview.ts';

/**
 * What an entry comes to, below its fields: the account before and after, and what stands in its
 * way. It keeps its room while there is nothing to say.
 *
 * @example <PreviewLine {...usePreview(entry)} />
 */
export function PreviewLine({ kind, preview, error, isFetching }: EntryPreview) {
  const text = useText();
  return (
    <Box
      role="status"
      aria-busy={isFetching}
      sx={[{ minHeight: '3em', typography: 'body2' }, isFetching && preview ? STALE : {}]}
    >
      {error && !preview && (
        <Box sx={{ color: 'text.secondary' }}>{text('ra_clientele.entry.previewFailed')}</Box>
      )}
      {kind && preview && (
        <>
          <Box component="dl" sx={{ m: 0 }}>
            {movementsOf(kind, preview).map((movement) => (
              <MovementText key={movement.name} {...movement} currency={preview.currency} />
            ))}
          </Box>
          {preview.insufficient && (
            <Box sx={{ color: 'error.main' }}>{text('ra_clientele.entry.insufficient')}</Box>
          )}
          {stopsSpending(preview) && (
            <Box sx={{ color: 'warning.main' }}>{text('ra_clientele.entry.stopsSpending')}</Box>
          )}
          {preview.needsApproval && (
            <Box sx={{ color: 'warning.main' }}>{text('ra_clientele.entry.needsApproval')}</Box>
          )}
        </>
      )}
    </Box>
  );
}
