import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../schema/database.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { idParam, numberedIdMatches } from '../rest/record-id-filter.ts';

const params = z.strictObject(idParam);

export const topUpRequestList: ListDefinition<typeof params.shape> = {
  resource: 'top_up_requests',
  fields: {
    id: { type: 'text', column: 'r.clientId', filter: false },
    clientId: { type: 'integer', column: 'r.clientId' },
    amount: { type: 'decimal', column: 'r.amount' },
    status: { type: 'text', column: 'r.status' },
    requestedBy: { type: 'text', column: 'r.requestedBy' },
    requestedAt: { type: 'instant', column: 'r.requestedAt' },
    decidedBy: { type: 'text', column: 'r.decidedBy' },
    decidedAt: { type: 'instant', column: 'r.decidedAt' },
  },
  params,
  key: ['r.clientId', 'r.requestId'],
};

/** A page of the top-ups that wait, or waited, for a second person. */
export function listTopUpRequests(
  db: Kysely<Database>,
  request: ListRequest<z.infer<typeof params>>,
): Promise<Page<TopUpRequest>> {
  const found = sql<boolean>`${matches(request.conditions)} and
    ${numberedIdMatches(request.params.id, 'r.clientId', 'r.requestId')}`;
  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('topUpRequests as r'), found),
    rows: (snapshot, offset, limit) =>
      inOrder(selectTopUpRequests(snapshot).where(found), topUpRequestList, request.sort)
        .offset(offset)
        .limit(limit)
        .execute(),
  });
}

/** One request, or undefined. */
export async function findTopUpRequest(
  db: Kysely<Database>,
  id: string,
): Promise<TopUpRequest | undefined> {
  const parsed = parseNumberedId(id);
  if (!parsed) return undefined;
  return selectTopUpRequests(db)
    .where('r.clientId', '=', parsed.clientId)
    .where('r.requestId', '=', parsed.number)
    .executeTakeFirst();
}

function selectTopUpRequests(db: Kysely<Database>) {
  return db
    .selectFrom('topUpRequests as r')
    .innerJoin('clients as c', 'c.clientId', 'r.clientId')
    .select(sql<string>`r.client_id || '-' || r.request_id`.as('id'))
    .select(['r.clientId', 'r.amount', 'c.currency', 'r.comment', 'r.status', 'r.requestedBy'])
    .select(['r.requestedAt', 'r.decidedBy', 'r.decidedAt', 'r.reason'])
    .select(sql<string | null>`r.client_id || '-' || r.transaction_seq`.as('transactionId'));
}
