import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { migrations } from '../../schema/migrations/index.ts';
import { loadOperators } from '../operators/load.ts';

/** Why a database cannot be used, in a line for the person who starts the server. */
export class DatabaseUnusable extends Error {}

/**
 * Brings the tables up to date, all or nothing; answers the names of what ran. Several processes
 * may start at once: the lock belongs to the transaction, so nothing is left behind by a crash or
 * by a connection pooler.
 */
export function migrate(db: Kysely<Database>): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    // However long another process takes.
    await sql`set local lock_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(722364910482)`.execute(trx);
    const applied = await appliedMigrations(trx);
    checkNotNewer(applied);
    // A role that may only run the server could not create a table, not even one that exists.
    if (applied.length === 0) {
      await checkEncoding(trx);
      await sql`create table if not exists schema_migrations (
        name text primary key, applied_at timestamptz not null default now())`.execute(trx);
    }
    const pending = migrations.filter(({ name }) => !applied.includes(name));
    for (const migration of pending) {
      await migration.up(trx);
      await trx.insertInto('schemaMigrations').values({ name: migration.name }).execute();
    }
    if (pending.length > 0) await loadOperators(trx);
    return pending.map(({ name }) => name);
  });
}

/** Refuses a database that is not at this program's version: for commands that only read. */
export async function checkMigrated(db: Kysely<Database>): Promise<void> {
  const applied = await appliedMigrations(db);
  checkNotNewer(applied);
  if (migrations.some(({ name }) => !applied.includes(name))) {
    throw new DatabaseUnusable('The database is not up to date. Run "clientele migrate" first.');
  }
}

async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const { rows: tables } = await sql<{ found: boolean }>`
    select to_regclass('schema_migrations') is not null as found`.execute(db);
  if (!tables[0]?.found) return [];
  const rows = await db.selectFrom('schemaMigrations').select('name').execute();
  return rows.map(({ name }) => name);
}

function checkNotNewer(applied: readonly string[]): void {
  const unknown = applied.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown) {
    throw new DatabaseUnusable(
      `The database is newer than this program: it has migration "${unknown}". Nothing was changed.`,
    );
  }
}

/** With a "C" character type, searching would not know letters beyond ASCII. */
async function checkEncoding(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ lower: string; encoding: string }>`
    select lower('Ж') as lower, current_setting('server_encoding') as encoding`.execute(db);
  const { lower, encoding } = rows[0] ?? {};
  if (encoding !== 'UTF8' || lower !== 'ж') {
    throw new DatabaseUnusable(
      'The database needs the encoding UTF8 and a UTF-8 locale. ' +
        `Create it with: create database clientele template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    );
  }
}
