import { TableSortLabel, Tooltip } from '@mui/material';
import { useListSortContext, type SortPayload } from 'react-admin';
import { isSortedBy, NEWEST_FIRST } from './transactionSorts.ts';

/**
 * The head of the Credit or the Debit column. Both are sides of one signed amount, so each sorts
 * that amount its own way: largest first, and on a second click newest first again.
 *
 * @example
 * <AmountHeader label="Debit, EUR" meaning="Debit: money put in" order={LARGEST_DEBIT_FIRST} />
 */
export function AmountHeader({ label, meaning, order }: AmountHeaderProps) {
  const { sort, setSort } = useListSortContext();
  const sorted = isSortedBy(order, sort);
  return (
    <Tooltip title={meaning} placement="top" describeChild>
      <TableSortLabel
        active={sorted}
        direction="desc"
        onClick={() => setSort(sorted ? NEWEST_FIRST : order)}
      >
        {label}
      </TableSortLabel>
    </Tooltip>
  );
}

export interface AmountHeaderProps {
  label: string;
  /** What the column's name means. */
  meaning: string;
  order: SortPayload;
}
