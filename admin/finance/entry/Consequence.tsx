import { Box, Skeleton } from '@mui/material';
import { ErrorState } from '../../common/ErrorState.tsx';
import { useText } from '../../i18n/useText.ts';
import { MovementText } from './MovementText.tsx';
import { movementsOf } from './movements.ts';
import type { EntryPreview } from './usePreview.ts';

/**
 * The account before and after an entry: the balance or the credit that it changes, and what may
 * be spent.
 *
 * @example <Consequence {...usePreview(entry)} />
 */
export function Consequence({ kind, preview, error, isFetching, refetch }: ConsequenceProps) {
  const text = useText();
  if (!kind) return null;
  if (error && !isFetching) {
    return (
      <ErrorState
        title={text('ra_clientele.entry.previewFailed')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!preview) return <Skeleton variant="rounded" height="4.25rem" />;
  return (
    <Box component="dl" aria-busy={isFetching} sx={BLOCK}>
      {movementsOf(kind, preview).map((movement) => (
        <MovementText key={movement.name} {...movement} currency={preview.currency} />
      ))}
    </Box>
  );
}

export type ConsequenceProps = EntryPreview;

const BLOCK = {
  display: 'flex',
  flexDirection: 'column',
  gap: 0.5,
  m: 0,
  px: 1.5,
  py: 1,
  borderRadius: 1,
  bgcolor: 'action.hover',
  typography: 'body2',
};
