import { Box } from '@mui/material';
import type { Statistic } from '../../schema/statistics.ts';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';
import { CountWithParts } from './CountWithParts.tsx';
import { EfficiencyText } from './EfficiencyText.tsx';

/** One row of a report on a narrow screen: `<ReportCard name="Ukraine" row={row} />`. */
export function ReportCard({ name, row, strong = false }: ReportCardProps) {
  const text = useText();
  return (
    <Box
      component="li"
      sx={{
        padding: 1.5,
        typography: 'body2',
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
        '&&': { fontWeight: strong ? 'fontWeightBold' : undefined },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
        <MoneyText amount={row.price} currency={row.currency} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr auto', columnGap: 1 }}>
        <Box sx={LABEL}>{text('ra_clientele.statistics.sent')}</Box>
        <CountWithParts messages={row.sentMessages} parts={row.sentParts} />
        <Box sx={LABEL}>{text('resources.statistics.fields.efficiency')}</Box>
        <Box sx={LABEL}>{text('ra_clientele.statistics.delivered')}</Box>
        <CountWithParts messages={row.deliveredMessages} parts={row.deliveredParts} />
        <Box sx={{ textAlign: 'right' }}>
          <EfficiencyText of={row} />
        </Box>
      </Box>
    </Box>
  );
}

export interface ReportCardProps {
  name: string;
  row: Statistic;
  /** For the Total row. */
  strong?: boolean;
}

const LABEL = { color: 'text.secondary', fontWeight: 'fontWeightRegular' };
