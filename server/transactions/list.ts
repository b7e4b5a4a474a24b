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
import { edges } from '../statements/statement.ts';
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

export type TransactionListRequest = ListRequest<z.infer<typeof params>>;
type Request = TransactionListRequest;

/** A page of the ledger. */
export async function listTransactions(scope: Scope, request: Request): Promise<Page<Transaction>> {
  const { db, reportingTimeZone } = scope;
  const { conditions, sort } = request;
  const client = singleClient(conditions);
  const bounds = await periodBounds(db, request.params, client, reportingTimeZone);
  if (conditions.length === 1 && client !== undefined && !request.params.id && inTime(sort)) {
    return listPeriod(db, request, client, bounds);
  }
  const found = sql<boolean>`${matches(conditions)} and ${within('t.occurredAt', bounds)} and
    ${numberedIdMatches(request.params.id, 't.clientId', 't.seq')}`;

  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('transactions as t'), found),
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

/** These orders are all the same within one client. */
const inTime = ({ field }: Request['sort']) => ['id', 'seq', 'occurredAt'].includes(field);

/**
 * A client's rows are numbered without a gap in the order of time, so a period is a range of
 * numbers: its total is the difference of its ends, and any page of it a smaller range.
 */
function listPeriod(
  db: Kysely<Database>,
  request: Request,
  client: number,
  bounds: Bounds,
): Promise<Page<Transaction>> {
  let period = { after: 0, until: 0 };
  return readPage(db, request, {
    count: async (snapshot) => {
      const { rows } = await sql<typeof period>`
        with ${edges(client, bounds)}
        select first.seq as after, last.seq as until from first cross join last`.execute(snapshot);
      period = rows[0] ?? period;
      return period.until - period.after;
    },
    rows: async (snapshot, offset, limit) => {
      const { order } = request.sort;
      const [after, until] =
        order === 'asc'
          ? [period.after + offset, Math.min(period.after + offset + limit, period.until)]
          : [Math.max(period.until - offset - limit, period.after), period.until - offset];
      const rows = await selectTransactions(snapshot)
        .where('t.clientId', '=', client)
        .where('t.seq', '>', after)
        .where('t.seq', '<=', until)
        .orderBy('t.seq', order)
        .execute();
      return rows.map(toTransaction);
    },
  });
}
