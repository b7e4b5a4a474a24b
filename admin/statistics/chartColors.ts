import { blue, purple } from '@mui/material/colors';
import type { PaletteMode } from '@mui/material';

/** The colours of the two lines. */
export interface ChartColors {
  sent: string;
  delivered: string;
}

/**
 * Sent is blue and delivered purple in both modes. Each has a contrast of at least 3:1 to the
 * grounds of react-admin's themes and to the other, so that the lines are told apart without seeing
 * colours: on a light ground delivered is the dark one, on a dark ground sent is the light one.
 */
export const CHART_COLORS: Readonly<Record<PaletteMode, ChartColors>> = {
  light: { sent: blue[600], delivered: purple[900] },
  // Between purple 300 and 400: the lighter is too near to the blue, the darker to the ground.
  dark: { sent: blue[100], delivered: '#b056c2' },
};
