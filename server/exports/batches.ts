import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Money } from '../../schema/money.ts';

/** Rows to read page by page, and what to take of each. */
export interface PagedRows {
  /** The table, as `t`: `transactions t`. */
  from: RawBuilder<unknown>;
  /** Which of its rows. */
  found: RawBuilder<boolean>;
  /** Columns that are never null and together unique: the order of the rows. */
  order: readonly string[];
  direction: 'asc' | 'desc';
  /** What the cells need besides `t`: `join clients c on c.client_id = t.client_id`. */
  join: RawBuilder<unknown>;
  /** One expression for each cell. */
  cells: readonly RawBuilder<unknown>[];
  /** Amounts to add up. */
  sums: readonly RawBuilder<unknown>[];
  /** What each row's amounts are in: a currency. */
  unit: RawBuilder<string>;
  pageSize: number;
}

export interface RowBatch {
  rows: readonly (readonly unknown[])[];
  /** The sums of all rows that were read so far: always those of the very rows. */
  sums: readonly Money[];
  /** The first and the last unit of these rows. */
  units: readonly [string, string];
}

/** So many rows are worked on at once: between batches other requests have their turn. */
export const BATCH = 1_000;

/**
 * Reads any number of rows in batches, and page by page, each from the last row of the one before.
 * No transaction is open meanwhile, so nobody has to wait for it. The next page is read while one
 * is worked on.
 */
export async function* readBatches(
  db: Kysely<Database>,
  paged: PagedRows,
): AsyncGenerator<RowBatch> {
  const noSums = paged.sums.map(() => '0');
  let reading = readPage(db, paged, null, noSums);
  while (true) {
    const page = await reading;
    const [first] = page;
    const more = first?.pageRows === paged.pageSize;
    if (more) {
      reading = readPage(db, paged, first.last, first.sums);
      // Its error is for the next round, and for nobody when there is none.
      reading.catch(() => undefined);
    }
    // Parsed one by one: text costs the garbage collection nothing while it waits.
    for (const { json, sums, units } of page) {
      yield { rows: JSON.parse(json) as unknown[][], sums, units };
    }
    if (!more) return;
  }
}

/** A batch as the database answers it: each with what is true of its whole page. */
interface StoredBatch {
  json: string;
  units: [string, string];
  pageRows: number;
  /** The order's columns of the page's last row. */
  last: string[];
  sums: Money[];
}

/** `after`: the order's columns of the row before, as text; null at the beginning. */
async function readPage(
  db: Kysely<Database>,
  { from, found, order, direction, join, cells, sums, unit, pageSize }: PagedRows,
  after: readonly string[] | null,
  sumsBefore: readonly Money[],
): Promise<StoredBatch[]> {
  const columns = order.map((column) => sql.ref(column));
  const inOrder = sql.join(columns.map((column) => sql`${column} ${sql.raw(direction)}`));
  const isBeyond = sql.raw(direction === 'asc' ? '>' : '<');
  const beyond = after ? sql`and (${sql.join(columns)}) ${isBeyond} (${sql.join(after)})` : sql``;
  const key = sql.join(columns.map((column) => sql`${column}::text`));
  const total = (sum: RawBuilder<unknown>, index: number) =>
    sql`(${sumsBefore[index]}::numeric + sum(${sum}))::text`;
  // One JSON value for many rows: reading it takes a fraction of what as many rows would.
  const { rows } = await sql<StoredBatch>`
    with page as materialized (
      select t.* from ${from} where ${found} ${beyond} order by ${inOrder} limit ${pageSize}
    ),
    batched as materialized (
      select t.*, row_number() over w as nth, (row_number() over w - 1) / ${BATCH}::integer as batch
      from page t window w as (order by ${inOrder})
    )
    select json_agg(json_build_array(${sql.join(cells)}) order by t.nth)::text as json,
      json_build_array(min(${unit}), max(${unit})) as units,
      (select count(*) from page) as page_rows,
      (select json_build_array(${key}) from batched t order by t.nth desc limit 1) as last,
      (select json_build_array(${sql.join(sums.map(total))}) from page t) as sums
    from batched t ${join} group by t.batch order by t.batch`.execute(db);
  return rows;
}
