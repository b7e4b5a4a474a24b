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
  rows: readonly (readonly unknown[])[];
  /** The sums of all rows up to here: always those of the very rows that were read. */
  sums: readonly Money[];
  /** The first and the last unit in this page; null when it has no rows. */
  units: readonly [string | null, string | null];
}

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
    const more = page.rows.length === paged.pageSize;
    if (more) {
      reading = readPage(db, paged, last, page.sums);
      // Its error is for the next round, and for nobody when there is none.
      reading.catch(() => undefined);
    }
    yield page;
    if (!more) return;
  }
}

/** `after`: the order's columns of the row before, as text; null at the beginning. */
async function readPage(
  db: Kysely<Database>,
  { from, found, order, direction, join, cells, sums, unit, pageSize }: PagedRows,
  after: readonly string[] | null,
  sumsBefore: readonly Money[],
): Promise<RowPage & { last: string[] | null }> {
  const columns = order.map((column) => sql.ref(column));
  const sorted = (way: 'asc' | 'desc') =>
    sql.join(columns.map((column) => sql`${column} ${sql.raw(way)}`));
  const beyond = sql.raw(direction === 'asc' ? '>' : '<');
  const key = sql.join(columns.map((column) => sql`${column}::text`));
  // One JSON value for all the rows: reading it takes a fraction of what as many rows would.
  const { rows } = await sql<RowPage & { last: string[] | null }>`
    with page as materialized (
      select t.* from ${from}
      where ${found} ${after ? sql`and (${sql.join(columns)}) ${beyond} (${sql.join(after)})` : sql``}
      order by ${sorted(direction)} limit ${pageSize}
    )
    select
      coalesce(json_agg(json_build_array(${sql.join(cells)}) order by ${sorted(direction)}), '[]')
        as rows,
      (select json_build_array(${key}) from page t
        order by ${sorted(direction === 'asc' ? 'desc' : 'asc')} limit 1) as last,
      json_build_array(${sql.join(
        sums.map((sum, n) => sql`(${sumsBefore[n]}::numeric + coalesce(sum(${sum}), 0))::text`),
      )}) as sums,
      json_build_array(min(${unit}), max(${unit})) as units
    from page t ${join}`.execute(db);
  if (!rows[0]) throw new Error('An aggregate answered no row.');
  return rows[0];
}
