import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import type { Database } from '../../schema/database.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { idParam, numberedIdMatches } from '../rest/record-id-filter.ts';

const params = z.strictObject(idParam);

export const creditLimitList: ListDefinition<typeof params.shape> = {
  resource: 'credit_limits',
  fields: {
    id: { type: 'text', column: 'l.clientId', filter: false },
    clientId: { type: 'integer', column: 'l.clientId' },
    amount: { type: 'decimal', column: 'l.amount' },
    setAt: { type: 'instant', column: 'l.setAt' },
    actor: { type: 'text', column: 'l.actor' },
  },
  params,
  key: ['l.clientId', 'l.number'],
};

type Request = ListRequest<z.infer<typeof params>>;

/** A page of the limits' history. */
export function listCreditLimits(
  db: Kysely<Database>,
  request: Request,
): Promise<Page<CreditLimit>> {
  const found = sql<boolean>`${matches(request.conditions)} and
    ${numberedIdMatches(request.params.id, 'l.clientId', 'l.number')}`;
  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('creditLimits as l'), found),
    rows: (snapshot, offset, limit) =>
      inOrder(selectCreditLimits(snapshot).where(found), creditLimitList, request.sort)
        .offset(offset)
        .limit(limit)
        .execute(),
  });
}

/** One change of a limit, or undefined. */
export async function findCreditLimit(
  db: Kysely<Database>,
  id: string,
): Promise<CreditLimit | undefined> {
  const parsed = parseNumberedId(id);
  return (
    (parsed &&
      selectCreditLimits(db)
        .where('l.clientId', '=', parsed.clientId)
        .where('l.number', '=', parsed.number)
        .executeTakeFirst()) ??
    undefined
  );
}

function selectCreditLimits(db: Kysely<Database>) {
  return db
    .selectFrom('creditLimits as l')
    .select(sql<string>`l.client_id || '-' || l.number`.as('id'))
    .select([
      'l.clientId',
      'l.amount',
      'l.previousAmount',
      'l.expiresAt',
      'l.reason',
      'l.notify',
      'l.setAt',
      'l.actor',
    ]);
}
