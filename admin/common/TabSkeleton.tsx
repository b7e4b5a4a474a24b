import { Paper, Skeleton } from '@mui/material';

/** A tab before its code is there. */
export function TabSkeleton() {
  return (
    <Paper variant="outlined" aria-busy sx={{ mt: 2, px: 2, py: 1.5 }}>
      {['30%', '60%', '50%', '70%', '40%', '55%'].map((width) => (
        <Skeleton key={width} width={width} height={28} />
      ))}
    </Paper>
  );
}
