import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { KEPT } from './record.ts';

/** What a running export has come to. */
export interface Progress {
  rows: number;
  bytes: number;
}

/** Stores the next piece of a file; false when nobody wants the file any more. */
export async function storePiece(
  db: Kysely<Database>,
  exportId: string,
  nth: number,
  piece: Uint8Array,
  { rows, bytes }: Progress,
): Promise<boolean> {
  const stored = await sql`
    with wanted as (
      update exports set rows = ${rows}, bytes = ${bytes}, updated_at = now(),
        expires_at = now() + ${KEPT}
      where export_id = ${exportId} and status = 'running'
      returning export_id
    )
    insert into export_chunks (export_id, nth, data)
    select export_id, ${nth}::integer, decode(${toBase64(piece)}, 'base64') from wanted
    returning nth`.execute(db);
  return stored.rows.length > 0;
}

/** Marks a file as whole. */
export async function finish(db: Kysely<Database>, exportId: string): Promise<void> {
  await sql`
    update exports set status = 'done', total = rows, updated_at = now(),
      expires_at = now() + ${KEPT}
    where export_id = ${exportId} and status = 'running'`.execute(db);
}

/** Marks an export as failed, with the reason for people, and drops what there is of its file. */
export async function fail(db: Kysely<Database>, exportId: string, error: string): Promise<void> {
  await sql`
    update exports set status = 'failed', error = ${error}, updated_at = now()
    where export_id = ${exportId} and status = 'running'`.execute(db);
  await db.deleteFrom('exportChunks').where('exportId', '=', exportId).execute();
}

/** The pieces of a file, read one by one. */
export async function* readPieces(
  db: Kysely<Database>,
  exportId: string,
  bytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let left = bytes;
  for (let nth = 0; left > 0; nth += 1) {
    const { rows } = await sql<{ data: string }>`
      select encode(data, 'base64') as data from export_chunks
      where export_id = ${exportId} and nth = ${nth}`.execute(db);
    if (!rows[0]) throw new Error(`The file of export ${exportId} is gone.`);
    const piece = fromBase64(rows[0].data);
    left -= piece.length;
    yield piece;
  }
}

/**
 * Deletes the exports whose time is over, with their files. For a job that runs now and then.
 *
 * @example await deleteExpiredExports(db)
 */
export async function deleteExpiredExports(db: Kysely<Database>): Promise<void> {
  await sql`delete from exports where expires_at <= now()`.execute(db);
}
