import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../schema/database.ts';
import type { Transaction } from '../../schema/transactions.ts';
import type { Scope } from '../environment.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import {
  periodBounds,
  periodParams,
  singleClient,
  within,
  type Bounds,
} from '../rest/period-filter.ts';
import { idParam, numberedIdMatches } from '../rest/record-id-filter.ts';
import { selectTransactions, toTransaction } from './transaction-record.ts';

const params = z.strictObject({
  ...periodParams,
  ...idParam,
});

export const transactionList: ListDefinition<typeof params.shape> = {
  resource: 'transactions',
  fields: {
    id: { type: 'text', column: 't.clientId', filter: false },
    clientId: { type: 'integer', column: 't.clientId' },
    seq: { type: 'integer', column: 't.seq' },
    occurredAt: { type: 'instant', column: 't.occurredAt' },
    kind: { type: 'text', column: 't.kind' },
    amount: { type: 'decimal', column: 't.amount' },
    mailing: { type: 'text', column: 't.mailing' },
    actor: { type: 'text', column: 't.actor' },
  },
  params,
  key: ['t.clientId', 't.seq'],
};

type Request = ListRequest<z.infer<typeof params>>;

/** A page of the ledger. */
export async function listTransactions(scope: Scope, request: Request): Promise<Page<Transaction>> {
  const { db, reportingTimeZone } = scope;
  const { conditions, sort } = request;
  const client = singleClient(conditions);
  const bounds = await periodBounds(db, request.params, client, reportingTimeZone);
  const found = sql<boolean>`${matches(conditions)} and ${within('t.occurredAt', bounds)} and
    ${numberedIdMatches(request.params.id, 't.clientId', 't.seq')}`;
  const onlyPeriod = conditions.length === 1 && client !== undefined && !request.params.id;

  return readPage(db, request, {
    count: (snapshot) =>
      onlyPeriod
        ? countInPeriod(snapshot, client, bounds)
        : countWhere(snapshot.selectFrom('transactions as t'), found),
    rows: async (snapshot, offset, limit) => {
      const keys = inOrder(
        snapshot.selectFrom('transactions as t').select(['t.clientId', 't.seq']).where(found),
        transactionList,
        sort,
      )
        .offset(offset)
        .limit(limit);
      const rows = await inOrder(
        selectTransactions(snapshot).where(({ eb, refTuple }) =>
          eb(refTuple('t.clientId', 't.seq'), 'in', keys.$asTuple('clientId', 'seq')),
        ),
        transactionList,
        sort,
      ).execute();
      return rows.map(toTransaction);
    },
  });
}

/**
 * A client's rows are numbered without a gap in the order of time, so how many lie in a period
 * is the difference of two numbers, found by two steps into an index.
 */
async function countInPeriod(
  db: Kysely<Database>,
  client: number,
  { from, to }: Bounds,
): Promise<number> {
  const lastBefore = (instant: string) => sql<number>`coalesce((
    select seq from transactions where client_id = ${client} and occurred_at < ${instant}
    order by occurred_at desc, seq desc limit 1), 0)`;
  const newest = sql<number>`coalesce((
    select ledger_seq from client_accounts where client_id = ${client}), 0)`;
  const { rows } = await sql<{ total: number }>`
    select ${to === null ? newest : lastBefore(to)} -
      ${from === null ? sql`0` : lastBefore(from)} as total`.execute(db);
  return rows[0]?.total ?? 0;
}
