import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useSidebarState } from 'react-admin';

/** Entries of the side menu under a heading, which gives way where the menu shows icons only. */
export function MenuGroup({ label, children }: MenuGroupProps) {
  const id = useId();
  const [open] = useSidebarState();
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography
        id={id}
        variant="overline"
        component="div"
        sx={{ px: 2, color: 'text.secondary', visibility: open ? 'visible' : 'hidden' }}
      >
        {label}
      </Typography>
      {children}
    </Box>
  );
}

interface MenuGroupProps {
  label: string;
  children: ReactNode;
}
