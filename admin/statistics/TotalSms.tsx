import { Box, Button, Skeleton, Typography } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useReportTotal } from './useReportTotal.ts';

/** How many messages the client has ever sent: `<TotalSms client={client} />`. */
export function TotalSms({ client }: { client: Client }) {
  const text = useText();
  const number = useNumber();
  const { total, error, refetch } = useReportTotal({ clientId: client.id, groupBy: 'total' });
  return (
    <Box
      title={text('ra_clientele.statistics.totalSmsHint')}
      sx={{
        display: 'flex',
        alignItems: 'baseline',
        gap: 1,
        paddingX: { lg: 2 },
        paddingBottom: 1,
      }}
    >
      <Typography variant="body2" color="text.secondary">
        {text('ra_clientele.statistics.totalSms')}
      </Typography>
      {error ? (
        <Button size="small" color="inherit" onClick={() => refetch()}>
          {text('ra_clientele.common.retry')}
        </Button>
      ) : (
        <Typography
          component="span"
          variant="subtitle1"
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {total ? number(total.sentMessages) : <Skeleton width="6ch" />}
        </Typography>
      )}
    </Box>
  );
}
