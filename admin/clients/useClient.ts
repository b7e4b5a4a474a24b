import { useRecordContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';

/** The client of the row or page around: `const { company } = useClient();`. */
export function useClient(): Client {
  const client = useRecordContext<Client>();
  if (!client) throw new Error('useClient() works only inside the record context of a client');
  return client;
}
