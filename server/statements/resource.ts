import { z } from 'zod';
import { clientId } from '../../schema/fields.ts';
import type { Statement } from '../../schema/statements.ts';
import { TRANSACTION_KINDS } from '../../schema/transactions.ts';
import type { Scope } from '../environment.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { MAX_ROWS, wholeNumber } from '../rest/list-request.ts';
import { periodParams } from '../rest/period-filter.ts';
import { badRequest } from '../rest/problem.ts';
import { idParam } from '../rest/record-id-filter.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { parseStatementId } from './statement-id.ts';
import { findStatement, type StatementQuery } from './statement.ts';

const kind = z.enum(TRANSACTION_KINDS);

const params = z.strictObject({
  ...periodParams,
  ...idParam,
  clientId: wholeNumber.pipe(clientId).optional(),
  kind: z.union([kind.transform((one) => [one]), z.array(kind).min(1)]).optional(),
});

const statementList: ListDefinition<typeof params.shape> = {
  resource: 'statements',
  fields: { id: { type: 'text', column: 's.id', filter: false } },
  params,
  key: ['s.id'],
};

/** A client's ledger in a period as one row: opening + debit - credit = closing. Read only. */
export const statements = resourceRoutes({
  noun: 'statement',
  definition: statementList,
  list: listStatements,
  one: async ({ db, reportingTimeZone }, id) => {
    const query = parseStatementId(id);
    return query ? findStatement(db, query, reportingTimeZone) : undefined;
  },
});

async function listStatements(
  { db, reportingTimeZone }: Scope,
  { params: asked, offset, limit }: ListRequest<z.infer<typeof params>>,
): Promise<Page<Statement>> {
  const found = new Map<string, Statement>();
  for (const query of queriesOf(asked)) {
    const statement = await findStatement(db, query, reportingTimeZone);
    // The same one may be asked for twice, also in another spelling.
    if (statement) found.set(statement.id, statement);
  }
  const rows = [...found.values()].slice(offset, offset + (limit ?? MAX_ROWS));
  return { rows, total: found.size };
}

function queriesOf({ id, clientId: client, kind: kinds, ...period }: z.infer<typeof params>) {
  if (id) return id.map(parseStatementId).filter((query) => query !== null);
  if (client === undefined) throw badRequest('Bad filter: clientId is required.');
  // In the order of their names' list, so that the same kinds have the same id.
  const asked = kinds && TRANSACTION_KINDS.filter((name) => kinds.includes(name));
  return [{ clientId: client, ...period, kinds: asked }] satisfies StatementQuery[];
}
