import { Box, Typography } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import type { Message } from '../../schema/messages.ts';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { MessageBilling } from './MessageBilling.tsx';
import { MessageStatusChip } from './MessageStatusChip.tsx';
import { useNetworkName } from './useNetworkName.ts';

/** One message on a narrow screen: to whom and from whom, how far it has come, what it cost. */
export function MessageCard({ message, client }: MessageCardProps) {
  const text = useText();
  const number = useNumber();
  const network = useNetworkName();
  const { recipient, sender, channel, status, sentAt, parts, cost, currency } = message;
  return (
    <Box component="li" sx={CARD}>
      <Box sx={SIDES}>
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {recipient}
        </Box>
        <MessageStatusChip status={status} />
      </Box>
      <Box sx={SIDES}>
        <Typography variant="inherit" component="span" noWrap title={sender}>
          {sender} · {text(`ra_clientele.messages.channel.${channel}`)}
        </Typography>
        <MoneyText amount={cost} currency={currency} />
      </Box>
      <Box sx={[SIDES, QUIET]}>
        <Typography variant="inherit" component="span" noWrap title={network(message)}>
          {network(message)}
        </Typography>
        <Box component="span" sx={{ flexShrink: 0 }}>
          {text('ra_clientele.finance.purpose.parts', {
            smart_count: parts,
            number: number(parts),
          })}
        </Box>
      </Box>
      <Box sx={[SIDES, QUIET]}>
        <InstantText instant={sentAt} timeZone={client.timeZone} />
        <MessageBilling message={message} />
      </Box>
    </Box>
  );
}

export interface MessageCardProps {
  message: Message;
  client: Client;
}

const CARD = {
  padding: 1.5,
  typography: 'body2',
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
};

const SIDES = { display: 'flex', justifyContent: 'space-between', columnGap: 2, minWidth: 0 };

const QUIET = { typography: 'caption', color: 'text.secondary' };
