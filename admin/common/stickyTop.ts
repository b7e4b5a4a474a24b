import type { Theme } from '@mui/material';

/**
 * Where things stick under react-admin's app bar, which is as high as the layout's own margin. The
 * bar hides while one scrolls down: a band of the ground fills the gap that it leaves.
 *
 * @example <Box sx={stickyTop('background.default')} />
 */
export function stickyTop(ground: string) {
  return {
    position: 'sticky',
    top: (theme: Theme) => theme.spacing(6),
    bgcolor: ground,
    '&::before': {
      content: '""',
      position: 'absolute',
      bottom: '100%',
      insetInline: 0,
      height: (theme: Theme) => theme.spacing(6),
      bgcolor: ground,
    },
  } as const;
}
