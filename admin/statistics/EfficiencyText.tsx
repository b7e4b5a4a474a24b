import { Box } from '@mui/material';
import { Dash } from '../common/Dash.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { EFFICIENCY_FORMAT, efficiencyOf, type PartCounts } from './efficiency.ts';

/** The share of parts delivered; a dash where nothing was sent: `<EfficiencyText of={row} />`. */
export function EfficiencyText({ of: counts }: { of: PartCounts }) {
  const number = useNumber();
  const efficiency = efficiencyOf(counts);
  if (efficiency === null) return <Dash />;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {number(efficiency, EFFICIENCY_FORMAT)}
    </Box>
  );
}
