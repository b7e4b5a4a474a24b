import ArrowIcon from '@mui/icons-material/ArrowRightAlt';
import { Box, Typography } from '@mui/material';
import { MoneyText } from '../../common/MoneyText.tsx';
import { STALE } from '../../common/stale.ts';
import { useText } from '../../i18n/useText.ts';
import type { EntryPreview } from './usePreview.ts';

/**
 * What an entry comes to, in a line below its fields: the available money, before and after, and
 * what stands in its way. It keeps its room while there is nothing to say.
 *
 * @example <PreviewLine {...usePreview(entry)} />
 */
export function PreviewLine({ preview, error, isFetching }: EntryPreview) {
  const text = useText();
  return (
    <Box
      role="status"
      aria-busy={isFetching}
      sx={[{ minHeight: '1.5em', typography: 'body2' }, isFetching && preview ? STALE : {}]}
    >
      {error && !preview && (
        <Typography variant="inherit" sx={{ color: 'text.secondary' }}>
          {text('ra_clientele.entry.previewFailed')}
        </Typography>
      )}
      {preview && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75 }}>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {text('ra_clientele.finance.available')}
            </Box>
            <MoneyText amount={preview.available} />
            <ArrowIcon fontSize="small" titleAccess="→" sx={{ color: 'text.secondary' }} />
            <MoneyText
              amount={preview.availableAfter}
              currency={preview.currency}
              sx={{ fontWeight: 600 }}
            />
          </Box>
          {preview.insufficient && (
            <Box sx={{ color: 'error.main' }}>{text('ra_clientele.entry.insufficient')}</Box>
          )}
          {preview.needsApproval && (
            <Box sx={{ color: 'warning.main' }}>{text('ra_clientele.entry.needsApproval')}</Box>
          )}
        </>
      )}
    </Box>
  );
}
