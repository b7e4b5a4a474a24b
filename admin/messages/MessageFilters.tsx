import { Box } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import {
  CHANNELS,
  MESSAGE_STATUSES,
  type Channel,
  type MessageStatus,
} from '../../schema/messages.ts';
import type { Period } from '../../schema/period.ts';
import { MultiSelect } from '../common/MultiSelect.tsx';
import { useText } from '../i18n/useText.ts';
import { PeriodFields } from '../period/PeriodFields.tsx';
import type { MessagesScope } from './messagesScope.ts';
import { ScopeChip } from './ScopeChip.tsx';

/** What to show of a client's messages: a period or one transaction, channels and statuses. */
export function MessageFilters(props: MessageFiltersProps) {
  const { client, period, onPeriod, scope, channels, onChannels, statuses, onStatuses } = props;
  const text = useText();
  const choices = (
    <>
      <MultiSelect
        label={text('resources.messages.fields.channel')}
        all={text('ra_clientele.messages.allChannels')}
        options={CHANNELS}
        nameOf={(channel) => text(`ra_clientele.messages.channel.${channel}`)}
        value={channels}
        onChange={onChannels}
      />
      <MultiSelect
        label={text('resources.messages.fields.status')}
        all={text('ra_clientele.messages.allStatuses')}
        options={MESSAGE_STATUSES}
        nameOf={(status) => text(`ra_clientele.messages.status.${status}`)}
        value={statuses}
        onChange={onStatuses}
      />
    </>
  );
  if (scope.chargeId || scope.refundId) {
    return (
      <Box role="search" sx={BAR}>
        <ScopeChip scope={scope} />
        {choices}
      </Box>
    );
  }
  return (
    <PeriodFields period={period} onChange={onPeriod} timeZone={client.timeZone}>
      {choices}
    </PeriodFields>
  );
}

export interface MessageFiltersProps {
  client: Client;
  period: Period;
  onPeriod: (period: Period) => void;
  scope: MessagesScope;
  channels: readonly Channel[];
  onChannels: (channels: Channel[]) => void;
  statuses: readonly MessageStatus[];
  onStatuses: (statuses: MessageStatus[]) => void;
}

const BAR = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1.5,
  mb: 3,
} as const;
