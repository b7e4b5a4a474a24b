import {
  sql,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type Transaction,
} from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Condition, ListDefinition, ListRequest, Page } from './list-definition.ts';
import { MAX_ROWS } from './list-request.ts';
import { badRequest } from './problem.ts';

/** The conditions of a filter as SQL, joined by AND: `true` when there is none. */
export function matches(conditions: readonly Condition[]): RawBuilder<boolean> {
  if (conditions.length === 0) return sql<boolean>`true`;
  return sql.join(conditions.map(toSql), sql` and `);
}

function toSql({ column, type, operator, value }: Condition): RawBuilder<boolean> {
  const left = sql.ref(column);
  // Else a number beyond a small column would be an error, where it is just not there.
  const wide = (suffix = '') => (type === 'integer' ? sql.raw(`::bigint${suffix}`) : sql``);
  if (operator === 'is') return sql`${left} is null`;
  // An empty list is legal and finds nothing; "in ()" would be a syntax error.
  if (operator === 'in') return sql`${left} = any(${value}${wide('[]')})`;
  return sql`${left} ${sql.raw(operator)} ${value}${wide()}`;
}

/** ORDER BY of a list: the chosen field, then the key, so that pages never overlap. */
export function inOrder<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  definition: Pick<ListDefinition, 'fields' | 'key'>,
  { field, order }: ListRequest['sort'],
): SelectQueryBuilder<DB, TB, Row> {
  const column = definition.fields[field]?.column;
  const columns = [...(column ? [column] : []), ...definition.key];
  return [...new Set(columns)].reduce(
    (ordered, name) => ordered.orderBy(sql.ref(name), order),
    query,
  );
}

/**
 * A page and its exact total from one snapshot, so that both always agree.
 *
 * @example readPage(db, request, { count: countClients, rows: findClients })
 */
export async function readPage<Row>(
  db: Kysely<Database>,
  { offset, limit }: Pick<ListRequest, 'offset' | 'limit'>,
  read: {
    count: (db: Transaction<Database>) => Promise<number>;
    rows: (db: Transaction<Database>, offset: number, limit: number) => Promise<Row[]>;
  },
): Promise<Page<Row>> {
  return inSnapshot(db, async (snapshot) => {
    const total = await read.count(snapshot);
    if (limit === null && total > MAX_ROWS) {
      throw badRequest(
        `This finds ${total} rows; a request answers at most ${MAX_ROWS}. Add range=[0,${MAX_ROWS - 1}].`,
      );
    }
    const rows = offset < total ? await read.rows(snapshot, offset, limit ?? MAX_ROWS) : [];
    return { total, rows };
  });
}

/** Several reads that see the same state of the database. */
export function inSnapshot<Result>(
  db: Kysely<Database>,
  read: (snapshot: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read);
}

/** How many rows of a query meet a condition: `countWhere(db.selectFrom('audit as e'), found)`. */
export async function countWhere<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  found: RawBuilder<boolean>,
): Promise<number> {
  const { total } = await query
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .where(found)
    .$castTo<{ total: number }>()
    .executeTakeFirstOrThrow();
  return total;
}
