import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { AuditEntry } from '../../schema/audit.ts';
import type { Database } from '../../schema/database.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { idParam, numberedIdMatches } from '../rest/record-id-filter.ts';
import { resourceRoutes } from '../rest/resource.ts';

const params = z.strictObject(idParam);

const auditList: ListDefinition<typeof params.shape> = {
  resource: 'audit',
  fields: {
    id: { type: 'text', column: 'e.clientId', filter: false },
    clientId: { type: 'integer', column: 'e.clientId' },
    at: { type: 'instant', column: 'e.at' },
    actor: { type: 'text', column: 'e.actor' },
    action: { type: 'text', column: 'e.action' },
    resource: { type: 'text', column: 'e.resource' },
    recordId: { type: 'text', column: 'e.recordId' },
  },
  params,
  key: ['e.clientId', 'e.entryId'],
};

/** Who changed what: written with each change, never changed itself. */
export const audit = resourceRoutes({
  noun: 'audit entry',
  definition: auditList,
  list: ({ db }, request) => listAudit(db, request),
  one: async ({ db }, id) => {
    const parsed = parseNumberedId(id);
    if (!parsed) return undefined;
    return selectAudit(db)
      .where('e.clientId', '=', parsed.clientId)
      .where('e.entryId', '=', parsed.number)
      .executeTakeFirst();
  },
});

function listAudit(
  db: Kysely<Database>,
  request: ListRequest<z.infer<typeof params>>,
): Promise<Page<AuditEntry>> {
  const found = sql<boolean>`${matches(request.conditions)} and
    ${numberedIdMatches(request.params.id, 'e.clientId', 'e.entryId')}`;
  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('audit as e'), found),
    rows: (snapshot, offset, limit) =>
      inOrder(selectAudit(snapshot).where(found), auditList, request.sort)
        .offset(offset)
        .limit(limit)
        .execute(),
  });
}

function selectAudit(db: Kysely<Database>) {
  return db
    .selectFrom('audit as e')
    .select(sql<string>`e.client_id || '-' || e.entry_id`.as('id'))
    .select(sql<number | null>`nullif(e.client_id, 0)`.as('clientId'))
    .select(['e.at', 'e.actor', 'e.action', 'e.resource', 'e.recordId'])
    .select(['e.before', 'e.after', 'e.reason']);
}
