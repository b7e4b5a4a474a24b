import { sql, type Kysely } from 'kysely';
import type { Context } from 'hono';
import type { Database } from '../../schema/database.ts';
import type { Export, ExportRequest } from '../../schema/exports.ts';
import { recordChange } from '../audit/record.ts';
import type { AppEnv, Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { conflict } from '../rest/problem.ts';
import type { PreparedExport } from './exporter.ts';
import { EXPORTERS } from './exporters.ts';
import { startExport } from './job.ts';
import { exportIdIn, INTERRUPTED, isInterrupted, KEPT, selectExports, toExport } from './record.ts';
import { hashOf, tokenOf } from './token.ts';

/**
 * Starts an export and answers at once: asking for it again tells its progress. A person has one
 * running at a time; another one is a 409.
 */
export async function createExport(
  scope: Scope,
  request: ExportRequest,
  c: Context<AppEnv>,
): Promise<Export> {
  const { resource, filter, sort, columns } = request;
  const list = {
    filter: [JSON.stringify(filter)],
    ...(sort && { sort: [JSON.stringify(sort)] }),
  };
  const prepared = await EXPORTERS[resource](scope, { list, columns });
  const id = await insertExport(scope, request, prepared);
  const { db } = scope;
  startExport(db, c.get('log'), id, prepared.workbook);
  return toExport(scope, existing(await findExport(scope, id)));
}

/** The person's own export, or undefined. */
export function findExport({ db, actor }: Scope, id: string) {
  return selectExports(db)
    .where(exportIdIn([id]))
    .where('e.actor', '=', actor)
    .executeTakeFirst();
}

function insertExport(
  { db, actor }: Scope,
  request: ExportRequest,
  { clientId, fileName, total }: PreparedExport,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    // Of two requests at once only one finds nothing running.
    await sql`lock table exports in share row exclusive mode`.execute(trx);
    await endInterrupted(trx);
    const running = await trx
      .selectFrom('exports')
      .select('fileName')
      .where('actor', '=', actor)
      .where('status', '=', 'running')
      .executeTakeFirst();
    if (running) {
      throw conflict(
        `You have an export running: ${running.fileName}. Wait for its end, or cancel it.`,
      );
    }
    const exportId = crypto.randomUUID();
    await trx
      .insertInto('exports')
      .values({
        exportId,
        actor,
        resource: request.resource,
        request: JSON.stringify(request),
        total,
        fileName,
        tokenHash: await hashOf(await tokenOf(exportId)),
        expiresAt: sql`now() + ${KEPT}`,
      })
      .execute();
    const after = { ...request, total };
    await recordChange(trx, {
      clientId,
      actor,
      action: 'create',
      resource: 'exports',
      recordId: exportId,
      after,
    });
    return exportId;
  });
}

async function endInterrupted(db: Kysely<Database>): Promise<void> {
  await sql`
    update exports set status = 'failed', error = ${INTERRUPTED}
    where ${isInterrupted}`.execute(db);
}
