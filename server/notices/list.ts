import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../schema/database.ts';
import type { Notice } from '../../schema/notices.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { idParam, numberedIdMatches } from '../rest/record-id-filter.ts';

const params = z.strictObject(idParam);

export const noticeList: ListDefinition<typeof params.shape> = {
  resource: 'notices',
  fields: {
    id: { type: 'text', column: 'n.clientId', filter: false },
    clientId: { type: 'integer', column: 'n.clientId' },
    kind: { type: 'text', column: 'n.kind' },
    audience: { type: 'text', column: 'n.audience' },
    status: { type: 'text', column: 'n.status' },
    recipient: { type: 'text', column: 'n.recipient' },
    attempts: { type: 'integer', column: 'n.attempts' },
    createdAt: { type: 'instant', column: 'n.createdAt' },
    nextAttemptAt: { type: 'instant', column: 'n.nextAttemptAt' },
    sentAt: { type: 'instant', column: 'n.sentAt' },
  },
  params,
  key: ['n.clientId', 'n.noticeId'],
};

/** A page of notices: what waits, what was sent, what failed and why. */
export function listNotices(
  db: Kysely<Database>,
  request: ListRequest<z.infer<typeof params>>,
): Promise<Page<Notice>> {
  const found = sql<boolean>`${matches(request.conditions)} and
    ${numberedIdMatches(request.params.id, 'n.clientId', 'n.noticeId')}`;
  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('notices as n'), found),
    rows: async (snapshot, offset, limit) => {
      const query = inOrder(selectNotices(snapshot).where(found), noticeList, request.sort);
      return (await query.offset(offset).limit(limit).execute()).map(toNotice);
    },
  });
}

/** One notice, or undefined. */
export async function findNotice(db: Kysely<Database>, id: string): Promise<Notice | undefined> {
  const parsed = parseNumberedId(id);
  if (!parsed) return undefined;
  const row = await selectNotices(db)
    .where('n.clientId', '=', parsed.clientId)
    .where('n.noticeId', '=', parsed.number)
    .executeTakeFirst();
  return row && toNotice(row);
}

function selectNotices(db: Kysely<Database>) {
  return db
    .selectFrom('notices as n')
    .select(sql<string>`n.client_id || '-' || n.notice_id`.as('id'))
    .select(['n.clientId', 'n.kind', 'n.audience', 'n.status', 'n.recipient', 'n.language'])
    .select(['n.subject', 'n.parameters', 'n.attempts', 'n.lastError', 'n.createdAt'])
    .select(['n.nextAttemptAt', 'n.sentAt']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectNotices>['execute']>>[number];

const toNotice = ({ parameters, ...row }: Row): Notice => ({
  ...row,
  parameters: { ...parameters },
});
