import { createTheme, getContrastRatio, hexToRgb } from '@mui/material';
import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from '../../admin/console/theme.ts';

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
])('the %s theme of the console', (_mode, options) => {
  const { palette } = createTheme(options);
  const grounds = [palette.background.default, palette.background.paper];
  const inks = {
    text: palette.text.primary,
    'quiet text': palette.text.secondary,
    links: palette.primary.main,
    errors: palette.error.main,
  };

  it.each(Object.entries(inks))('shows %s at 4.5:1 or better on every ground', (_name, ink) => {
    for (const ground of grounds) {
      expect(getContrastRatio(hexToRgb(ink), hexToRgb(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
