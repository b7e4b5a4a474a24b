import {
  Box,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  type SxProps,
  type Theme,
} from '@mui/material';
import { useText } from '../i18n/useText.ts';
import type { TableColumn } from './CompactTable.tsx';

/** A `CompactTable` before its records are there. */
export function TableSkeleton({ columns, rows, sx }: TableSkeletonProps) {
  const text = useText();
  return (
    <Box sx={sx}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(({ source, label, align }) => (
              <TableCell key={source} className={`column-${source}`} align={align}>
                {text(label)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody aria-hidden>
          {Array.from({ length: rows }, (_, row) => (
            <TableRow key={row}>
              {columns.map(({ source, align }) => (
                <TableCell key={source}>
                  <Skeleton width="60%" sx={{ ml: align === 'right' ? 'auto' : 0 }} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

export interface TableSkeletonProps {
  columns: readonly TableColumn[];
  rows: number;
  sx: SxProps<Theme>;
}
