import { DataTable } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Message } from '../../schema/messages.ts';
import { Column } from '../common/Column.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { TwoLines } from '../common/TwoLines.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { STICKY_HEAD } from '../period/stickyHead.ts';
import { MessageBilling } from './MessageBilling.tsx';
import { MessageStatusChip } from './MessageStatusChip.tsx';
import { useNetworkName } from './useNetworkName.ts';

/** The messages of the list around it, one a row: `<MessageTable client={client} />`. */
export function MessageTable({ client }: { client: Client }) {
  const text = useText();
  const number = useNumber();
  const network = useNetworkName();
  const label = (
    field: 'sentAt' | 'sender' | 'recipient' | 'status' | 'parts' | 'billing' | 'price' | 'cost',
  ) => text(`resources.messages.fields.${field}`);
  return (
    <DataTable<Message> bulkActionButtons={false} rowClick={false} sx={LAYOUT}>
      <Column<Message>
        source="sentAt"
        label={label('sentAt')}
        sortByOrder="DESC"
        render={(row) => <InstantText instant={row.sentAt} timeZone={client.timeZone} />}
      />
      <Column<Message>
        source="sender"
        label={label('sender')}
        render={(row) => (
          <span title={row.sender}>
            <TwoLines
              first={row.sender}
              second={text(`ra_clientele.messages.channel.${row.channel}`)}
            />
          </span>
        )}
      />
      <Column<Message>
        source="recipient"
        label={label('recipient')}
        render={(row) => (
          <span title={network(row)}>
            <TwoLines first={row.recipient} second={network(row)} />
          </span>
        )}
      />
      <Column<Message>
        source="status"
        label={label('status')}
        render={(row) => <MessageStatusChip status={row.status} />}
      />
      <Column<Message>
        source="billing"
        label={label('billing')}
        render={(row) => <MessageBilling message={row} />}
      />
      <Column<Message>
        source="parts"
        align="right"
        label={label('parts')}
        render={(row) => number(row.parts)}
      />
      <Column<Message>
        source="price"
        align="right"
        label={`${label('price')}, ${client.currency}`}
        render={(row) => <MoneyText amount={row.price} />}
      />
      <Column<Message>
        source="cost"
        align="right"
        disableSort
        label={`${label('cost')}, ${client.currency}`}
        render={(row) => <MoneyText amount={row.cost} />}
      />
    </DataTable>
  );
}

const LAYOUT = {
  ...STICKY_HEAD,
  '&& table': { borderCollapse: 'separate', tableLayout: 'fixed' },
  // Twice the class: some themes have a padding of their own for each size of table.
  '& .MuiTableCell-root.MuiTableCell-root': {
    paddingX: 1.5,
    paddingY: 0.25,
    height: 40,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  '& tbody tr:last-of-type td': { borderBottom: 0 },
  // The arrow stands in the gap between two columns, which would else all be wider by it.
  '& .MuiTableSortLabel-icon': { position: 'absolute', left: '100%' },
  '& .MuiTableCell-alignRight .MuiTableSortLabel-icon': { left: 'auto', right: '100%' },
  '& th': { overflow: 'visible !important' },
  '& th.column-sentAt': { width: '9.75rem' },
  '& th.column-sender': { width: '8rem' },
  '& th.column-status': { width: '7.5rem' },
  '& th.column-billing': { width: '6.5rem' },
  '& th.column-parts': { width: '4.5rem' },
  '& th.column-price, & th.column-cost': { width: '6.25rem' },
};
