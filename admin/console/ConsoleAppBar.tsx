import { Typography } from '@mui/material';
import { AppBar, LinkBase, TitlePortal, type AppBarProps } from 'react-admin';
import { Logo } from './Logo.tsx';

/** The product's name, which leads home, and the title of the page. */
export function ConsoleAppBar(props: AppBarProps) {
  return (
    <AppBar {...props}>
      <Typography
        component={LinkBase}
        to="/"
        variant="subtitle1"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          mr: 3,
          color: 'inherit',
          fontWeight: 650,
          textDecoration: 'none',
        }}
      >
        <Logo />
        Clientele
      </Typography>
      <TitlePortal variant="body2" sx={{ color: 'text.secondary' }} />
    </AppBar>
  );
}
