import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Money } from '../../schema/money.ts';
import type { Statement } from '../../schema/statements.ts';
import type { TransactionKind } from '../../schema/transactions.ts';
import { periodBounds, type Bounds, type PeriodParams } from '../rest/period-filter.ts';
import { statementId } from './statement-id.ts';

/** What a statement is asked for: a client's period, and the kinds that its sums are of. */
export interface StatementQuery extends PeriodParams {
  clientId: number;
  kinds?: readonly TransactionKind[] | undefined;
}

/**
 * A client's ledger in a period. Rows are numbered in the order of time and carry the balance and
 * the money that came in so far, so any period's sums are differences of two rows; only the sums
 * of some kinds are added up. undefined: there is no such client.
 */
export async function findStatement(
  db: Kysely<Database>,
  query: StatementQuery,
  reportingTimeZone: string,
): Promise<Statement | undefined> {
  const { clientId, kinds, from = null, to = null } = query;
  const client = await db
    .selectFrom('clients')
    .select(['currency', 'timeZone'])
    .where('clientId', '=', clientId)
    .executeTakeFirst();
  if (!client) return undefined;
  const bounds = await periodBounds(db, query, clientId, reportingTimeZone);
  const { rows } = await sql<Sums>`
    with ${edges(clientId, bounds)}
    select first.balance_after as opening, last.balance_after as closing,
      ${kinds ? sql`of_kinds.*` : WHOLE_PERIOD}
    from first cross join last ${kinds ? sql`cross join ${ofKinds(clientId, kinds)}` : sql``}
  `.execute(db);
  const [sums] = rows;
  return sums && { id: statementId(query), clientId, from, to, ...sums, ...client };
}

interface Sums {
  opening: Money;
  closing: Money;
  debit: Money;
  credit: Money;
  transactions: number;
}

const WHOLE_PERIOD = sql`
  last.debit_total - first.debit_total as debit,
  last.debit_total - first.debit_total - last.balance_after + first.balance_after as credit,
  last.seq - first.seq as transactions`;

const ofKinds = (clientId: number, kinds: readonly TransactionKind[]) => sql`lateral (
  select coalesce(sum(amount) filter (where amount > 0), 0)::numeric(20, 6) as debit,
    coalesce(-sum(amount) filter (where amount < 0), 0)::numeric(20, 6) as credit,
    count(*) as transactions
  from transactions
  where client_id = ${clientId} and seq > first.seq and seq <= last.seq
    and kind = any(${kinds}::text[])
) of_kinds`;

/**
 * The last row before a period and the last one in it, as the CTEs `first` and `last`; zeros
 * where there is none.
 */
export function edges(clientId: number, { from, to }: Bounds) {
  const lastBefore = (instant: string) => sql`
    select seq, balance_after, debit_total from transactions
    where client_id = ${clientId} and occurred_at < ${instant}
    order by occurred_at desc, seq desc limit 1`;
  const nothing = sql`select 0::bigint as seq, 0::numeric(20, 6) as balance_after,
    0::numeric(20, 6) as debit_total`;
  const newest = sql`select ledger_seq as seq, balance as balance_after, debit_total
    from client_accounts where client_id = ${clientId}`;
  const orNothing = (row: typeof nothing) =>
    sql`(${row}) union all ${nothing} order by seq desc limit 1`;
  return sql`
    first as (${from === null ? nothing : orNothing(lastBefore(from))}),
    last as (${orNothing(to === null ? newest : lastBefore(to))})`;
}
