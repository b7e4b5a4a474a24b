import { TextField } from 'react-admin';
import type { TableColumn } from '../common/CompactTable.tsx';
import { ChannelCell } from './ChannelCell.tsx';
import { ClientMoneyCell } from './ClientMoneyCell.tsx';
import { CompanyCell } from './CompanyCell.tsx';
import { LoginCell } from './LoginCell.tsx';
import { NameCell } from './NameCell.tsx';

/** The columns of the list of clients, in the order of the screen. */
export const clientColumns = [
  { source: 'id', label: 'resources.clients.fields.id', width: '4.5em', cell: TextField },
  { source: 'login', label: 'resources.clients.fields.login', width: '11.5em', cell: LoginCell },
  { source: 'company', label: 'resources.clients.fields.company', cell: CompanyCell },
  { source: 'name', label: 'resources.clients.fields.name', width: '12%', cell: NameCell },
  money('smsPrice', '9em'),
  money('balance', '12em'),
  money('creditLimit', '10.5em'),
  {
    source: 'channel',
    label: 'resources.clients.fields.channel',
    width: '8.5em',
    cell: ChannelCell,
  },
] as const satisfies readonly TableColumn[];

/** What the list can be sorted by. */
export const CLIENT_SORTS: string[] = clientColumns.map(({ source }) => source);

function money<Source extends 'smsPrice' | 'balance' | 'creditLimit'>(
  source: Source,
  width: string,
) {
  return {
    source,
    label: `resources.clients.fields.${source}`,
    width,
    align: 'right',
    cell: ClientMoneyCell,
  } as const;
}
