import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { createDatabase } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { DatabaseUnusable } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';

/** The engine's major version: a folder of another one cannot be opened. */
const ENGINE = '18';

/**
 * A database in a folder of this process alone, with nothing to install. Committed rows survive
 * the end of the process, but the engine never syncs: a power cut can lose them.
 *
 * @throws DatabaseUnusable when the folder is in use, not writable, or of another version
 */
export async function openEmbedded(folder: string): Promise<Kysely<Database>> {
  const path = resolve(folder);
  const release = takeFolder(path);
  try {
    checkVersion(path);
    const pglite = await PGlite.create(join(path, 'postgres'), { extensions: { pg_trgm } });
    await pglite.exec(`set time zone 'UTC'`);
    const db = createDatabase(pgliteDialect(pglite));
    const destroy = db.destroy.bind(db);
    db.destroy = async () => {
      await destroy();
      release();
    };
    return db;
  } catch (error) {
    release();
    throw error instanceof DatabaseUnusable
      ? error
      : new DatabaseUnusable(`The data folder ${path} cannot be opened: ${String(error)}`);
  }
}

function takeFolder(path: string): () => void {
  try {
    makeFolder(path);
    return lockFolder(path);
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnusable(`The data folder ${path} cannot be used: ${reason}`);
  }
}

/** Step by step: Node's recursive way never ends below a folder that refuses, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Notes the engine's version in a new folder, and refuses a folder of another version. */
function checkVersion(path: string): void {
  const file = join(path, 'engine-version');
  let found: string;
  try {
    found = readFileSync(file, 'utf8').trim();
  } catch {
    writeFileSync(file, `${ENGINE}\n`, { flag: 'wx' });
    return;
  }
  if (found !== ENGINE) {
    throw new DatabaseUnusable(
      `The data folder ${path} is of engine version ${found}; this program has ${ENGINE}. ` +
        'Nothing was changed.',
    );
  }
}
