import type { PaletteOptions, Theme } from '@mui/material';
import { defaultTheme, type RaThemeOptions } from 'react-admin';

interface Themed {
  theme: Theme;
}

/** Phones zoom into fields whose letters are smaller than 16 px. */
const fieldLetters = ({ theme }: Themed) => ({
  [theme.breakpoints.up('sm')]: { fontSize: '0.875rem' },
});

/** The console by day. */
export const lightTheme = consoleTheme({
  mode: 'light',
  primary: { main: '#2f5bd0' },
  error: { main: '#c0303b' },
  warning: { main: '#a85b00' },
  info: { main: '#2b6cb0' },
  success: { main: '#1f7a45' },
  background: { default: '#f6f7f9', paper: '#ffffff' },
  text: { primary: '#1b1f27', secondary: '#59616f' },
  divider: '#e2e5ea',
});

/** The console by night. */
export const darkTheme = consoleTheme({
  mode: 'dark',
  primary: { main: '#8fa9ff' },
  error: { main: '#ff8a8a' },
  warning: { main: '#f0b357' },
  info: { main: '#7db8f5' },
  success: { main: '#6fce97' },
  background: { default: '#101217', paper: '#171a21' },
  text: { primary: '#e7e9ee', secondary: '#a2a9b6' },
  divider: '#2b303a',
});

function consoleTheme(palette: PaletteOptions): RaThemeOptions {
  return {
    ...defaultTheme,
    palette,
    shape: { borderRadius: 8 },
    sidebar: { width: 208, closedWidth: 52 },
    typography: {
      fontFamily: '"Inter Variable", system-ui, sans-serif',
      h6: { fontSize: '1.125rem', fontWeight: 600, letterSpacing: '-0.011em' },
      subtitle1: { fontWeight: 600 },
      subtitle2: { fontWeight: 600 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
      caption: { fontSize: '0.75rem', lineHeight: 1.4 },
      overline: { fontSize: '0.6875rem', fontWeight: 600, letterSpacing: '0.06em' },
      button: { textTransform: 'none', fontWeight: 550 },
    },
    components: {
      ...defaultTheme.components,
      MuiCssBaseline: { styleOverrides: { ':root': { colorScheme: palette.mode } } },
      // Dark surfaces are told apart by their colour, not by MUI's white veil.
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiAppBar: {
        defaultProps: { elevation: 0 },
        styleOverrides: {
          root: ({ theme }: Themed) => ({
            backgroundColor: theme.palette.background.paper,
            color: theme.palette.text.primary,
            borderBottom: `1px solid ${theme.palette.divider}`,
          }),
        },
      },
      MuiTableCell: {
        styleOverrides: {
          root: ({ theme }: Themed) => ({
            fontSize: '0.8125rem',
            borderColor: theme.palette.divider,
          }),
          head: ({ theme }: Themed) => ({ color: theme.palette.text.secondary, fontWeight: 550 }),
        },
      },
      MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
      MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.75rem' } } },
      // An outline has a gap as wide as its label only where both have letters of one size.
      MuiInputBase: { styleOverrides: { root: fieldLetters } },
      MuiInputLabel: { styleOverrides: { root: fieldLetters } },
      MuiInputAdornment: {
        styleOverrides: { root: { '& .MuiTypography-root': { fontSize: 'inherit' } } },
      },
      MuiTab: { styleOverrides: { root: { minHeight: 44, fontSize: '0.75rem' } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
      RaLayout: {
        styleOverrides: {
          root: ({ theme }: Themed) => ({
            '& .RaLayout-content': {
              padding: theme.spacing(0, 3, 2),
              [theme.breakpoints.down('sm')]: { padding: theme.spacing(0, 1.5, 2) },
              minWidth: 0,
            },
          }),
        },
      },
      RaMenuItemLink: {
        styleOverrides: {
          root: ({ theme }: Themed) => ({
            margin: theme.spacing(0, 1),
            padding: theme.spacing(0.75, 1),
            borderRadius: 6,
            fontSize: '0.8125rem',
            '&.RaMenuItemLink-active': {
              backgroundColor: theme.palette.action.selected,
              color: theme.palette.text.primary,
              fontWeight: 600,
            },
          }),
        },
      },
    },
  };
}
