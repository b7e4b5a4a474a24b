import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { AppEnv } from '../environment.ts';
import { notFound } from '../rest/problem.ts';
import { contentDisposition, WORKBOOK_TYPE } from './file-name.ts';
import { exportIdIn, selectExports } from './record.ts';
import { readPieces } from './store.ts';
import { hashOf } from './token.ts';
import { streamOf } from './xlsx/streams.ts';

/**
 * Files by their addresses. A browser navigates there without what signs its requests in, so the
 * token is all that is asked for: mount these routes before those that need a person.
 */
export function exportFiles(db: Kysely<Database>): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/:id/file', async (c) => {
    const id = c.req.param('id');
    // Found by the hash, so that the time it takes tells nothing of the token.
    const file = await selectExports(db)
      .where(exportIdIn([id]))
      .where('e.tokenHash', '=', await hashOf(c.req.query('token') ?? ''))
      .where('e.status', '=', 'done')
      .executeTakeFirst();
    if (!file) throw notFound('file of an export', id);
    return c.body(streamOf(readPieces(db, id, file.bytes)), 200, {
      'Content-Type': WORKBOOK_TYPE,
      'Content-Length': String(file.bytes),
      'Content-Disposition': contentDisposition(file.fileName),
    });
  });
}
