import { Box } from '@mui/material';
import { useListContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Message } from '../../schema/messages.ts';
import { MessageCard } from './MessageCard.tsx';

/** The messages of the list around it on a narrow screen: `<MessageCards client={client} />`. */
export function MessageCards({ client }: { client: Client }) {
  const { data } = useListContext<Message>();
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {data?.map((message) => (
        <MessageCard key={message.id} message={message} client={client} />
      ))}
    </Box>
  );
}
