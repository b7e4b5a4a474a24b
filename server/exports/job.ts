import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Log } from '../environment.ts';
import { Problem } from '../rest/problem.ts';
import { INTERRUPTED } from './record.ts';
import { fail, finish, storePiece } from './store.ts';
import { writeWorkbook, type Workbook, type WorkbookRow } from './workbook.ts';
import { chunksOf } from './xlsx/streams.ts';
import type { Bytes } from './xlsx/zip.ts';

/** The size of a stored piece: several a second, so that progress is seen. */
const PIECE = 256 * 1024;

interface Job {
  db: Kysely<Database>;
  stopping: AbortController;
  ended: Promise<void>;
}

/** The exports that this process is writing. */
const jobs = new Set<Job>();

/**
 * Writes an export's file into the database beside the requests. It ends early when the export is
 * deleted, and never throws: what goes wrong is logged and told by the export itself.
 */
export function startExport(
  db: Kysely<Database>,
  log: Log,
  exportId: string,
  workbook: Workbook,
): void {
  const stopping = new AbortController();
  const ended = write(db, exportId, workbook, stopping.signal)
    .catch(async (error: unknown) => {
      const told = error instanceof Problem ? error.message : 'Something went wrong here.';
      if (stopping.signal.aborted) return fail(db, exportId, INTERRUPTED);
      log.error({ err: error, exportId }, 'An export failed');
      await fail(db, exportId, told);
    })
    .catch((error: unknown) => log.error({ err: error, exportId }, 'A failed export stays'))
    .finally(() => jobs.delete(job));
  const job: Job = { db, stopping, ended };
  jobs.add(job);
}

/**
 * Stops the exports that this process is writing into a database, before that is closed: they
 * have failed then, as "interrupted".
 *
 * @example await stopExports(db); await db.destroy();
 */
export async function stopExports(db: Kysely<Database>): Promise<void> {
  const own = [...jobs].filter((job) => job.db === db);
  for (const { stopping } of own) stopping.abort();
  await Promise.all(own.map(({ ended }) => ended));
}

async function write(
  db: Kysely<Database>,
  exportId: string,
  workbook: Workbook,
  signal: AbortSignal,
): Promise<void> {
  let rows = 0;
  let bytes = 0;
  let nth = 0;
  async function* counted(batches: AsyncIterable<readonly WorkbookRow[]>) {
    for await (const batch of batches) {
      signal.throwIfAborted();
      yield batch;
      rows += batch.length;
    }
  }
  const stream = writeWorkbook({ ...workbook, batches: counted(workbook.batches) });
  for await (const piece of pieces(chunksOf(stream))) {
    signal.throwIfAborted();
    bytes += piece.length;
    if (!(await storePiece(db, exportId, nth, piece, { rows, bytes }))) return;
    nth += 1;
  }
  await finish(db, exportId);
}

/** The same bytes in pieces of one size. */
async function* pieces(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for await (let chunk of chunks) {
    while (filled + chunk.length >= PIECE) {
      piece.set(chunk.subarray(0, PIECE - filled), filled);
      chunk = chunk.subarray(PIECE - filled);
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
    piece.set(chunk, filled);
    filled += chunk.length;
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
