import { Box, Button, LinearProgress, Paper, Typography } from '@mui/material';
import type { Export } from '../../schema/exports.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useDuration } from './useDuration.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** An export at work: rows of how many, how long it still takes, and a way to stop it. */
export function ExportRunning({ exported, at, onCancel }: ExportRunningProps) {
  const text = useText();
  const number = useNumber();
  const duration = useDuration();
  const seconds = useSecondsLeft(exported, at);
  const { fileName, rows, total } = exported;
  return (
    <Paper variant="outlined" sx={{ px: 2, py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Typography variant="body2" role="status" sx={{ overflowWrap: 'anywhere' }}>
          {text('ra_clientele.exports.running', { file: fileName })}
        </Typography>
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {text('ra_clientele.exports.rows', { rows: number(rows), total: number(total) })}
          {seconds !== null &&
            `, ${text('ra_clientele.exports.left', { time: duration(seconds) })}`}
        </Typography>
        <Button size="small" onClick={onCancel} sx={{ ml: 'auto' }}>
          {text('ra_clientele.exports.cancel')}
        </Button>
      </Box>
      <LinearProgress
        variant={total > 0 ? 'determinate' : 'indeterminate'}
        value={Math.min(100, (100 * rows) / Math.max(1, total))}
        aria-label={text('ra_clientele.exports.running', { file: fileName })}
        sx={{ mt: 0.5, borderRadius: 1 }}
      />
    </Paper>
  );
}

export interface ExportRunningProps {
  exported: Export;
  /** When its rows were heard of, in milliseconds of this device's clock. */
  at: number;
  onCancel: () => void;
}
