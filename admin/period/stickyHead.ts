import type { Theme } from '@mui/material';

/** Style of a table whose column heads stay in sight below the app bar and the page's header. */
export const STICKY_HEAD = {
  // Twice the weight of react-admin's own style. Collapsed borders would scroll away from the head.
  '&& table': { borderCollapse: 'separate' },
  '& .RaDataTable-headerCell': {
    top: (theme: Theme) => `calc(${theme.spacing(6)} + var(--page-header-height, 0px))`,
  },
} as const;
