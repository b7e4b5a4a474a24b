import { sql, type RawBuilder, type Selectable, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';

/** Rows of one statement: enough that statements cost nothing, few enough to hold their text. */
const ROWS_AT_ONCE = 10_000;

/**
 * Inserts any number of rows, all with the same keys, and with the values that would be read back.
 *
 * @example await insertRows(trx, 'clients', [{ clientId: 1, login: '380671234567', tags: [], ... }])
 */
export async function insertRows<Table extends keyof Database>(
  trx: Transaction<Database>,
  table: Table,
  rows: readonly Partial<Selectable<Database[Table]>>[],
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((key) => sql.id(columnOf(key))));
  await inPortions(rows, (portion) =>
    sql`insert into ${sql.table(table)} (${columns})
      select ${columns}
      from json_populate_recordset(null::${sql.table(table)}, ${portion})`.execute(trx),
  );
}

/**
 * Runs a statement for portions of the rows. A portion is one JSON parameter with the columns'
 * names as keys, which the database reads faster than a parameter for each value.
 *
 * @example await inPortions(rows, (json) => sql`... from json_to_recordset(${json}) as r (...)`.execute(trx))
 */
export async function inPortions(
  rows: readonly object[],
  run: (json: RawBuilder<unknown>) => Promise<unknown>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((key) => [key, columnOf(key)] as const);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const portion = rows.slice(start, start + ROWS_AT_ONCE).map((row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return Object.fromEntries(columns.map(([key, column]) => [column, values[key]]));
    });
    await run(sql`${JSON.stringify(portion)}::json`);
  }
}

/** `columnOf('mccMnc')` is `mcc_mnc`. */
function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
