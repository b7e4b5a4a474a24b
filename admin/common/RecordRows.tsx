import { Box, Paper } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import { ListBody } from '../period/ListBody.tsx';
import { useKeptFocus } from './useKeptFocus.ts';

/**
 * The records of the list around it, one below the other, each drawn by `children`; on a narrow
 * screen a row's parts stand below each other.
 *
 * @example
 * <RecordRows<Notice> columns="10rem 1fr auto" failed="…" empty={<EmptyState … />}>
 *   {(notice) => <NoticeRow notice={notice} />}
 * </RecordRows>
 */
export function RecordRows<Row extends RaRecord>({
  columns,
  failed,
  empty,
  children,
}: RecordRowsProps<Row>) {
  const list = useListContext<Row>();
  const keptFocus = useKeptFocus(list.total);
  return (
    <Paper variant="outlined" ref={keptFocus} tabIndex={-1} sx={{ outline: 'none' }}>
      <ListBody list={list} failed={failed} empty={empty}>
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {list.data?.map((row) => (
            <Box component="li" key={row.id} sx={[ROW, wide(columns)]}>
              {children(row)}
            </Box>
          ))}
        </Box>
      </ListBody>
    </Paper>
  );
}

export interface RecordRowsProps<Row> {
  /** The widths of a row's parts where there is room: CSS grid columns. */
  columns: string;
  /** What failed, in one sentence. */
  failed: string;
  empty: ReactNode;
  children: (row: Row) => ReactNode;
}

const ROW = {
  display: 'grid',
  columnGap: 2,
  rowGap: 0.5,
  alignItems: 'start',
  paddingX: 2,
  paddingY: 1,
  typography: 'body2',
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
  '& > *': { minWidth: 0, overflowWrap: 'anywhere' },
};

const wide = (columns: string) => ({ gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: columns } });
