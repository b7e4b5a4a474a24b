import { useMediaQuery, type Theme } from '@mui/material';

/** Whether the screen is wide enough for the table of clients; below that they are cards. */
export function useTableFits(): boolean {
  return useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'), { noSsr: true });
}
