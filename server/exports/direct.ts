import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { recordChange } from '../audit/record.ts';
import type { AppEnv, Log } from '../environment.ts';
import { badRequest } from '../rest/problem.ts';
import type { Exporter, ExportQuery } from './exporter.ts';
import { EXPORTERS } from './exporters.ts';
import { contentDisposition, WORKBOOK_TYPE } from './file-name.ts';
import { writeWorkbook } from './workbook.ts';

/** `GET /transactions.xlsx?filter=&sort=&columns=`: the list as a workbook, made while it is read. */
export const workbooks = new Hono<AppEnv>();

for (const [resource, exporter] of Object.entries(EXPORTERS)) {
  workbooks.get(`/${resource}.xlsx`, (c) => answerWorkbook(c, resource, exporter));
}

async function answerWorkbook(c: Context<AppEnv>, resource: string, exporter: Exporter) {
  const scope = c.get('scope');
  const query = parseQuery(c.req.queries());
  const { clientId, fileName, total, workbook } = await exporter(scope, query);
  const { db, actor } = scope;
  const { filter, sort } = query.list;
  const asked = { filter: jsonOf(filter?.[0]), sort: jsonOf(sort?.[0]), columns: query.columns };
  await db.transaction().execute((trx) =>
    recordChange(trx, {
      clientId,
      actor,
      action: 'create',
      resource: 'exports',
      recordId: `${resource}.xlsx`,
      after: { resource, ...asked, total },
    }),
  );
  const batches = logged(c.get('log'), workbook.batches);
  return c.body(writeWorkbook({ ...workbook, batches }), 200, {
    'Content-Type': WORKBOOK_TYPE,
    'Content-Disposition': contentDisposition(fileName),
  });
}

/** The answer is under way when rows fail: it can only break off, and the log says why. */
async function* logged<Item>(log: Log, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    log.error({ err: error }, 'An export broke off');
    throw error;
  }
}

const columnNames = z.array(z.string()).min(1).max(50);

function parseQuery({ columns, ...list }: Record<string, string[]>): ExportQuery {
  const unknown = Object.keys(list).find((name) => name !== 'filter' && name !== 'sort');
  if (unknown !== undefined) {
    throw badRequest(`Unknown parameter "${unknown}". Allowed: filter, sort, columns.`);
  }
  if (!columns) return { list };
  const parsed = columnNames.safeParse(columns.length === 1 ? jsonOf(columns[0]) : null);
  if (!parsed.success) throw badRequest('"columns" must be a list such as ["occurredAt","debit"].');
  return { list, columns: parsed.data };
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
