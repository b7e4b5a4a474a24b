import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Hono } from 'hono';
import { createApp } from '../server/app.ts';
import { createDatabase } from '../server/databases/database.ts';
import { migrate } from '../server/databases/migrate.ts';
import { pgliteDialect } from '../server/databases/pglite-dialect.ts';
import type { AppEnv, AppOptions } from '../server/environment.ts';

/**
 * The server itself, over a database in memory: in a browser or in a test, without a network.
 *
 * @example const app = await createMockApp();
 */
export async function createMockApp(options: Partial<AppOptions> = {}): Promise<Hono<AppEnv>> {
  const pglite = await PGlite.create({ extensions: { pg_trgm } });
  const db = createDatabase(pgliteDialect(pglite));
  await migrate(db);
  return createApp({ db, authenticate: async () => ({ id: 'mock' }), ...options });
}
