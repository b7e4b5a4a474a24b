import { useRecordContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { ClientStatistics } from './ClientStatistics.tsx';

/**
 * The STATISTICS tab of a client's page: five reports over a period. It reads the client from the
 * record context, and the report and the period from the URL.
 *
 * @example
 * <TabbedShowLayout.Tab label="STATISTICS" path="statistics">
 *   <StatisticsTab />
 * </TabbedShowLayout.Tab>
 */
export function StatisticsTab() {
  const client = useRecordContext<Client>();
  // The key keeps another client's figures from standing in for this one's.
  return client ? <ClientStatistics key={client.id} client={client} /> : null;
}
