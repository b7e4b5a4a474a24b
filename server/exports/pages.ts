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

export interface RowPage {
  /** The rows in batches of at most `BATCH`. */
  batches: readonly (readonly unknown[])[][];
  /** The sums of all rows up to here: always those of the very rows that were read. */
  sums: readonly Money[];
  /** The units of these rows; all of them when they are one or two. */
  units: ReadonlySet<string>;
}

/** So many rows are parsed at once: between batches other requests have their turn. */
export const BATCH = 1_000;

/**
 * Reads any number of rows, each page from the last row of the one before. No transaction is open
 * meanwhile, so nobody has to wait for it. The next page is read while one is worked on.
 */
export async function* readPages(db: Kysely<Database>, paged: PagedRows): AsyncGenerator<RowPage> {
  let reading = readPage(
    db,
    paged,
    null,
    paged.sums.map(() => '0'),
  );
  while (true) {
    const { last, ...page } = await reading;
    const rows = page.batches.reduce((sum, batch) => sum + batch.length, 0);
    const more = rows === paged.pageSize;
    if (more) {
      reading = readPage(db, paged, last, page.sums);
      // Its error is for the next round, and for nobody when there is none.
      reading.catch(() => undefined);
    }
    yield page;
    if (!more) return;
  }
}

/** A batch as the database answers it: each of them with what is true of the whole page. */
interface Batch {
  rows: unknown[][];
  units: [string, string];
  last: string[];
  sums: Money[];
}

/** `after`: the order's columns of the row before, as text; null at the beginning. */
async function readPage(
  db: Kysely<Database>,
  { from, found, order, direction, join, cells, sums, unit, pageSize }: PagedRows,
  after: readonly string[] | null,
  sumsBefore: readonly Money[],
): Promise<RowPage & { last: string[] | null }> {
  const columns = order.map((column) => sql.ref(column));
  const inOrder = sql.join(columns.map((column) => sql`${column} ${sql.raw(direction)}`));
  const isBeyond = sql.raw(direction === 'asc' ? '>' : '<');
  const beyond = after ? sql`and (${sql.join(columns)}) ${isBeyond} (${sql.join(after)})` : sql``;
  const key = sql.join(columns.map((column) => sql`${column}::text`));
  const total = (sum: RawBuilder<unknown>, index: number) =>
    sql`(${sumsBefore[index]}::numeric + sum(${sum}))::text`;
  // One JSON value for many rows: reading it takes a fraction of what as many rows would.
  const { rows: batches } = await sql<Batch>`
    with page as materialized (
      select t.* from ${from} where ${found} ${beyond} order by ${inOrder} limit ${pageSize}
    ),
    batched as materialized (
      select t.*, row_number() over w as nth, (row_number() over w - 1) / ${BATCH}::integer as batch
      from page t window w as (order by ${inOrder})
    )
    select json_agg(json_build_array(${sql.join(cells)}) order by t.nth) as rows,
      json_build_array(min(${unit}), max(${unit})) as units,
      (select json_build_array(${key}) from batched t order by t.nth desc limit 1) as last,
      (select json_build_array(${sql.join(sums.map(total))}) from page t) as sums
    from batched t ${join} group by t.batch order by t.batch`.execute(db);
  return {
    batches: batches.map(({ rows }) => rows),
    units: new Set(batches.flatMap(({ units }) => units)),
    last: batches[0]?.last ?? null,
    sums: batches[0]?.sums ?? sumsBefore,
  };
}
