import {
  DataTable,
  useDataTableRenderContext,
  useDataTableSortContext,
  type DataTableColumnProps,
  type RaRecord,
} from 'react-admin';

/**
 * react-admin's table column, which also says to a screen reader how the table is sorted.
 *
 * @example
 * <DataTable>
 *   <Column<Transaction> source="seq" label="Date" render={(row) => row.occurredAt} />
 * </DataTable>
 */
export function Column<Row extends RaRecord>({ sortedBy, ...props }: ColumnProps<Row>) {
  const inHeader = useDataTableRenderContext() === 'header';
  const sort = useDataTableSortContext();
  const sorted = sort && sort.field === props.source ? DIRECTIONS[sort.order] : undefined;
  const direction = sortedBy ?? sorted;
  return <DataTable.Col<Row> {...props} sortDirection={(inHeader && direction) || undefined} />;
}

export interface ColumnProps<Row extends RaRecord> extends DataTableColumnProps<Row> {
  /** How the column is sorted when its source does not tell. */
  sortedBy?: 'asc' | 'desc' | false;
}

const DIRECTIONS = { ASC: 'asc', DESC: 'desc' } as const;
