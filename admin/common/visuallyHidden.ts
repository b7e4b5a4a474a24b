/** Style of what only a screen reader needs: `<Typography component="h2" sx={VISUALLY_HIDDEN}>`. */
export const VISUALLY_HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
