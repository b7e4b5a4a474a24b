import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { exported, type Export, type ExportStatus } from '../../schema/exports.ts';
import type { Scope } from '../environment.ts';
import { hashOf, tokenOf } from './token.ts';

/** How long a file waits to be fetched, from the last piece of it on. */
export const KEPT = sql`interval '1 hour'`;

/** A running export tells of itself more often than that; else its process is gone. */
export const isInterrupted = sql<boolean>`(status = 'running'
  and updated_at < now() - interval '30 seconds')`;

export const INTERRUPTED = 'It was interrupted. Start it again.';

/** Whether an export `e` is one of these. What is no id at all, is none: not all text can be asked for. */
export const exportIdIn = (ids: readonly string[]) =>
  sql<boolean>`e.id = any(${ids.filter((id) => exported.shape.id.safeParse(id).success)}::text[])`;

/** Exports as `e`, those that have not expired. One whose process is gone has failed. */
export function selectExports(db: Kysely<Database>) {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('exports')
        .select((row) => [
          row.cast<string>('exportId', 'text').as('id'),
          'actor',
          'resource',
          sql<ExportStatus>`case when ${isInterrupted} then 'failed' else status end`.as('status'),
          'rows',
          'total',
          'bytes',
          'fileName',
          'tokenHash',
          sql<string | null>`case when ${isInterrupted} then ${INTERRUPTED} else error end`.as(
            'error',
          ),
          'createdAt',
          'expiresAt',
        ])
        .where('expiresAt', '>', sql<string>`now()`)
        .as('e'),
    )
    .selectAll();
}

type SelectedExport = Awaited<ReturnType<ReturnType<typeof selectExports>['execute']>>[number];

/** The wire's record of an export, with the address of its file when that is finished. */
export async function toExport(scope: Scope, row: SelectedExport): Promise<Export> {
  const { id, status, rows, total, bytes, fileName, error, createdAt, expiresAt } = row;
  const resource = exported.shape.resource.parse(row.resource);
  const url = status === 'done' ? await fileUrl(scope, row) : null;
  return { id, resource, status, rows, total, bytes, fileName, url, error, createdAt, expiresAt };
}

async function fileUrl({ db, publicUrl }: Scope, row: SelectedExport): Promise<string> {
  const token = await tokenOf(row.id);
  const tokenHash = await hashOf(token);
  if (tokenHash !== row.tokenHash) {
    // Another process has made the file, or this one before it was started again.
    await db.updateTable('exports').set({ tokenHash }).where('exportId', '=', row.id).execute();
  }
  return `${publicUrl.replace(/\/$/, '')}/api/exports/${row.id}/file?token=${token}`;
}
