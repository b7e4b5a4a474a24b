import { sql } from 'kysely';
import { z } from 'zod';
import { exportCreate, type Export } from '../../schema/exports.ts';
import type { Scope } from '../environment.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches } from '../rest/list-query.ts';
import { MAX_ROWS } from '../rest/list-request.ts';
import { idParam } from '../rest/record-id-filter.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { createExport, findExport } from './create.ts';
import { exportIdIn, selectExports, toExport } from './record.ts';

const params = z.strictObject(idParam);

const exportList: ListDefinition<typeof params.shape> = {
  resource: 'exports',
  fields: {
    id: { type: 'text', column: 'e.id', filter: false },
    resource: { type: 'text', column: 'e.resource' },
    status: { type: 'text', column: 'e.status' },
    createdAt: { type: 'instant', column: 'e.createdAt' },
    expiresAt: { type: 'instant', column: 'e.expiresAt' },
  },
  params,
  key: ['e.id'],
};

/** Workbooks in the making and to be fetched: each person sees their own. */
export const exports = resourceRoutes({
  noun: 'export',
  definition: exportList,
  list: listExports,
  one: async (scope, id) => {
    const row = await findExport(scope, id);
    return row && toExport(scope, row);
  },
  create: { body: exportCreate, run: createExport },
  remove: removeExport,
});

async function listExports(
  scope: Scope,
  request: ListRequest<z.infer<typeof params>>,
): Promise<Page<Export>> {
  const { conditions, params, sort, offset, limit } = request;
  const ids = params.id ? exportIdIn(params.id) : sql`true`;
  const found = sql<boolean>`e.actor = ${scope.actor} and ${matches(conditions)} and ${ids}`;
  const query = selectExports(scope.db).where(found);
  const rows = await inOrder(query, exportList, sort)
    .offset(offset)
    .limit(limit ?? MAX_ROWS)
    .execute();
  return {
    rows: await Promise.all(rows.map((row) => toExport(scope, row))),
    total: await countWhere(selectExports(scope.db), found),
  };
}

/** Cancels an export that is running, and deletes its file in any case. */
async function removeExport(scope: Scope, id: string): Promise<Export | undefined> {
  const row = await findExport(scope, id);
  if (!row) return undefined;
  await scope.db.deleteFrom('exports').where('exportId', '=', id).execute();
  const status = row.status === 'running' ? 'cancelled' : row.status;
  return { ...(await toExport(scope, { ...row, status })), url: null };
}
