import { Box, Button, Skeleton, Typography } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useReportTotal } from './useReportTotal.ts';

/** How many messages the client has ever sent: `<TotalSms client={client} inset />`. */
export function TotalSms({ client, inset }: TotalSmsProps) {
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
        paddingX: inset ? 2 : 0,
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

export interface TotalSmsProps {
  client: Client;
  /** Begins where the entries of the menu below it begin. */
  inset: boolean;
}
