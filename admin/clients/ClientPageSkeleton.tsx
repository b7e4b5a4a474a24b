import { Box, Skeleton } from '@mui/material';
import { TabSkeleton } from '../common/TabSkeleton.tsx';

/** The client's page before the client is there. */
export function ClientPageSkeleton() {
  return (
    <Box aria-busy>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 1 }}>
        <Skeleton width="40%" height={40} />
        <Skeleton width="20%" height={40} />
      </Box>
      <Skeleton width="60%" height={44} sx={{ maxWidth: '24rem' }} />
      <TabSkeleton />
    </Box>
  );
}
