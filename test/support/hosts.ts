import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../schema/database.ts';
import { createApp } from '../../server/app.ts';
import { createDatabase } from '../../server/databases/database.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { pgliteDialect } from '../../server/databases/pglite-dialect.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import type { AppEnv, AppOptions, Log } from '../../server/environment.ts';

/** The databases that every contract must hold on. */
export const HOSTS = ['PGlite', 'PostgreSQL'] as const;
export type HostName = (typeof HOSTS)[number];

export interface TestHost {
  db: Kysely<Database>;
  app: Hono<AppEnv>;
  /** What the app logged as errors: a test that expects none can look. */
  logged: object[];
  close: () => Promise<void>;
}

/** The present of the tests: traffic of November 2026 lies in the past. */
export const NOW = new Date('2026-11-23T12:00:00Z');

/** How a PostgreSQL's URL is changed before the app connects by it. */
export type ConnectBy = (url: string) => string | Promise<string>;

/** The app over a fresh, migrated, empty database. */
export async function openHost(
  host: HostName,
  options: Partial<AppOptions> = {},
  connectBy: ConnectBy = (url) => url,
): Promise<TestHost> {
  const logged: object[] = [];
  const log: Log = { info: () => undefined, error: (details) => logged.push(details) };
  const { db, close } = await (host === 'PGlite' ? freshPGlite() : freshPostgres(log, connectBy));
  await migrate(db);
  const app = createApp({
    db,
    log,
    authenticate: async () => ({ id: 'tester' }),
    clock: () => NOW,
    ...options,
  });
  return { db, app, logged, close };
}

async function freshPGlite() {
  const pglite = await PGlite.create({ extensions: { pg_trgm } });
  const db = createDatabase(pgliteDialect(pglite));
  return { db, close: () => db.destroy() };
}

async function freshPostgres(log: Log, connectBy: ConnectBy) {
  const { db, drop } = await freshPostgresDatabase();
  const database = await openPostgres(await connectBy(db), log);
  return {
    db: database,
    close: async () => {
      await database.destroy();
      await drop();
    },
  };
}

/** Connects with PostgreSQL's own options: `withOptions('-c lock_timeout=300ms')`. */
export const withOptions =
  (options: string): ConnectBy =>
  (database) => {
    const url = new URL(database);
    url.searchParams.set('options', options);
    return url.href;
  };

/** An empty database in the run's PostgreSQL: its URL, and how to drop it. */
export async function freshPostgresDatabase(): Promise<{ db: string; drop: () => Promise<void> }> {
  const url = new URL(inject('postgresUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: inject('postgresUrl') });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`create database ${name}`);
  url.pathname = `/${name}`;
  return { db: url.href, drop: () => run(`drop database ${name} with (force)`) };
}
