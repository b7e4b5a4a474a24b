import { Box, Skeleton } from '@mui/material';

/**
 * Stands where a table will be, in the height of its rows, so that nothing jumps.
 *
 * @example <RowsSkeleton rows={8} />
 */
export function RowsSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <Box aria-hidden sx={{ paddingX: 2 }}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={37} sx={{ transform: 'scale(1, 0.5)' }} />
      ))}
    </Box>
  );
}
