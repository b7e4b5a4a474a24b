import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Money } from '../../schema/money.ts';
import { cellsOf, type ExportColumn } from './columns.ts';
import { BATCH, readBatches, type PagedRows } from './batches.ts';
import type { ClosingLine, WorkbookRow } from './workbook.ts';

/** Fewer and larger pages when the database has to sort all the rows for each of them. */
const SORTED_PAGE = 10 * BATCH;

export interface RowSource extends Omit<PagedRows, 'cells' | 'sums' | 'pageSize'> {
  /** Whether an index has the rows in this order. */
  indexed: boolean;
}

/** The rows of an export as its columns want them, and the Total line below them. */
export function readRows(
  db: Kysely<Database>,
  { indexed, ...source }: RowSource,
  columns: readonly ExportColumn[],
): { batches: AsyncGenerator<WorkbookRow[]>; closing: () => ClosingLine[] } {
  const added = columns.flatMap(({ sum }) => (sum ? [sum] : []));
  const cells = columns.map(({ value }) => value);
  const paged = { ...source, cells, sums: added, pageSize: indexed ? BATCH : SORTED_PAGE };
  const units = new Set<string>();
  let sums: readonly Money[] = added.map(() => '0');

  async function* batches() {
    for await (const batch of readBatches(db, paged)) {
      sums = batch.sums;
      for (const unit of batch.units) units.add(unit);
      yield batch.rows.map((row) => cellsOf(columns, row));
    }
  }
  const closing = () => {
    if (added.length === 0) return [];
    if (units.size > 1) return [{ label: 'No total: several currencies', values: [] }];
    const left = [...sums];
    return [
      { label: 'Total', values: columns.map(({ sum }) => (sum ? left.shift() : null) ?? null) },
    ];
  };
  return { batches: batches(), closing };
}
