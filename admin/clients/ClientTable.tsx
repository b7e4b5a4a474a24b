import { CompactTable } from '../common/CompactTable.tsx';
import { walkRows } from '../common/rowKeys.ts';
import { stickyTop } from '../common/stickyTop.ts';
import { clientColumns } from './clientColumns.ts';

/** The clients as a table: the whole row is the link, and the arrow keys walk the rows. */
export function ClientTable() {
  return (
    <div role="presentation" onKeyDown={walkRows}>
      <CompactTable columns={clientColumns} sx={STICKY_HEAD} />
    </div>
  );
}

const { '&::before': band, ...sticky } = stickyTop('background.paper');

const STICKY_HEAD = {
  '& .RaDataTable-headerCell': {
    ...sticky,
    overflow: 'visible',
    '&::before': { ...band, borderBottom: '1px solid', borderColor: 'divider' },
  },
};
