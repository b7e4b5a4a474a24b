import { Paper, type SxProps, type Theme } from '@mui/material';
import type { ElementType } from 'react';
import { DataTable, useListContext } from 'react-admin';
import { useText, type MessageKey } from '../i18n/useText.ts';
import { STALE } from './stale.ts';
import { Column } from './Column.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';

/**
 * The records of the list around it as a dense table. Columns keep their width while paging, and
 * the skeleton has the table's own geometry. Cells are components that read the record context.
 *
 * @example
 * <CompactTable columns={[{ source: 'id', label: 'resources.clients.fields.id', cell: TextField }]} />
 */
export function CompactTable({ columns, sx }: CompactTableProps) {
  const text = useText();
  const { isPending, isPlaceholderData, perPage } = useListContext();
  const styles = [COMPACT, widths(columns), ...(Array.isArray(sx) ? sx : [sx])];
  return (
    <Paper variant="outlined" aria-busy={isPending || isPlaceholderData}>
      {isPending ? (
        <TableSkeleton columns={columns} rows={perPage} sx={styles} />
      ) : (
        <DataTable
          bulkActionButtons={false}
          rowClick={false}
          sx={isPlaceholderData ? [...styles, STALE] : styles}
        >
          {columns.map(({ source, label, align, sortable = true, cell }) => (
            <Column
              key={source}
              source={source}
              label={text(label)}
              align={align}
              disableSort={!sortable}
              field={cell}
            />
          ))}
        </DataTable>
      )}
    </Paper>
  );
}

export interface CompactTableProps {
  columns: readonly TableColumn[];
  sx?: SxProps<Theme>;
}

export interface TableColumn {
  /** What the server sorts by, and the source of the cell. */
  source: string;
  label: MessageKey;
  /** A CSS width that holds whatever the rows say; a column without one takes what is left. */
  width?: string;
  align?: 'right';
  /** Whether the server can sort by it; true unless said otherwise. */
  sortable?: boolean;
  cell: ElementType<{ source: string }>;
}

/** The height of a row whether it has one line or two. */
const ROW_HEIGHT = 44;

const COMPACT: SxProps<Theme> = {
  // Twice the weight, because react-admin's own style of the table has two classes.
  // Separate borders stay with a head that sticks.
  '&& table': { tableLayout: 'fixed', borderCollapse: 'separate' },
  '& tbody tr': { height: ROW_HEIGHT, position: 'relative' },
  '& tbody tr:last-of-type td': { borderBottom: 0 },
  '& td, & th': { px: 1.5, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& td': { py: 0.25, fontVariantNumeric: 'tabular-nums' },
  '& th': { py: 0, height: 38 },
};

function widths(columns: readonly TableColumn[]): Record<string, object> {
  return Object.fromEntries(
    columns.map(({ source, width }) => [`& th.column-${source}`, { width }]),
  );
}
