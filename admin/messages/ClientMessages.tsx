import { Paper, useMediaQuery, type Theme } from '@mui/material';
import { ListContextProvider, useLocation } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { CHANNELS, MESSAGE_STATUSES, type Message } from '../../schema/messages.ts';
import { ListPagination } from '../common/ListPagination.tsx';
import { useRowsPerPage } from '../common/useRowsPerPage.ts';
import { useSearchList } from '../common/useSearchList.ts';
import { useText } from '../i18n/useText.ts';
import { ListBody } from '../period/ListBody.tsx';
import { useFilteredList } from '../period/useFilteredList.ts';
import { usePeriod } from '../period/usePeriod.ts';
import { MessageCards } from './MessageCards.tsx';
import { MessageFilters } from './MessageFilters.tsx';
import { MessagesEmpty } from './MessagesEmpty.tsx';
import { MessagesHeading } from './MessagesHeading.tsx';
import { MessageTable } from './MessageTable.tsx';
import { messagesScope } from './messagesScope.ts';

/**
 * DETAILED STATISTICS: a client's messages one by one, of a period or of one transaction, newest
 * first: `<ClientMessages client={client} />`.
 */
export function ClientMessages({ client }: { client: Client }) {
  const text = useText();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('lg'));
  const { search } = useLocation();
  const [period, setPeriod] = usePeriod(client);
  const [channels, setChannels] = useSearchList('channel', CHANNELS);
  const [statuses, setStatuses] = useSearchList('status', MESSAGE_STATUSES);
  const [perPage] = useRowsPerPage('messages');
  const scope = messagesScope(search, client.id);
  const { chargeId, refundId } = scope;
  const list = useFilteredList<Message>({
    resource: 'messages',
    filter: {
      clientId: client.id,
      // What a transaction paid for does not depend on the days one looks at.
      ...(!chargeId && !refundId && period),
      ...(chargeId && { chargeId }),
      ...(refundId && { refundId }),
      ...(channels.length > 0 && { channel: channels }),
      ...(statuses.length > 0 && { status: statuses }),
    },
    sort: NEWEST_FIRST,
    perPage,
  });
  return (
    <ListContextProvider value={list}>
      <MessageFilters
        client={client}
        period={period}
        onPeriod={setPeriod}
        scope={scope}
        channels={channels}
        onChannels={setChannels}
        statuses={statuses}
        onStatuses={setStatuses}
      />
      <MessagesHeading narrow={narrow} />
      <Paper variant="outlined">
        <ListBody
          list={list}
          failed={text('ra_clientele.messages.failed')}
          empty={
            <MessagesEmpty
              scope={scope}
              period={period}
              filtered={channels.length > 0 || statuses.length > 0}
            />
          }
        >
          {narrow ? <MessageCards client={client} /> : <MessageTable client={client} />}
        </ListBody>
      </Paper>
      <ListPagination />
    </ListContextProvider>
  );
}

const NEWEST_FIRST = { field: 'sentAt', order: 'DESC' } as const;
