import { Box, Stack, useTheme } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { CHART_COLORS } from './chartColors.ts';

/** Which line is which. */
export function ChartLegend() {
  const text = useText();
  const { palette } = useTheme();
  const colors = CHART_COLORS[palette.mode];
  return (
    <Stack direction="row" sx={{ gap: 2, typography: 'body2' }}>
      {(['sent', 'delivered'] as const).map((line) => (
        <Stack key={line} direction="row" sx={{ alignItems: 'center', gap: 1 }}>
          <Box sx={{ width: 16, height: 3, backgroundColor: colors[line] }} />
          {text(`ra_clientele.statistics.${line}`)}
        </Stack>
      ))}
    </Stack>
  );
}
