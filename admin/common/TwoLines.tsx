import { Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Two lines in one table cell, the second one quieter. */
export function TwoLines({ first, second }: TwoLinesProps) {
  return (
    <>
      <Typography
        variant="body2"
        component="span"
        noWrap
        sx={{ display: 'block', lineHeight: 1.3 }}
      >
        {first}
      </Typography>
      <Typography
        variant="caption"
        component="span"
        noWrap
        sx={{ display: 'block', lineHeight: 1.3, color: 'text.secondary' }}
      >
        {second}
      </Typography>
    </>
  );
}

export interface TwoLinesProps {
  first: ReactNode;
  second: ReactNode;
}
