import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Database } from '../../schema/database.ts';
import type { Log } from '../environment.ts';
import { createDatabase } from './database.ts';
import { DatabaseUnusable } from './migrate.ts';
import { TextPostgresDialect } from './text-parameters.ts';
import { PARSERS } from './wire-types.ts';

/**
 * A PostgreSQL database by its URL: `postgres://user:password@host:5432/clientele`.
 *
 * @throws DatabaseUnusable when it cannot be reached
 */
export async function openPostgres(url: string, log: Log): Promise<Kysely<Database>> {
  const pool = new pg.Pool({
    ...connectionOf(url),
    max: 10,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: (oid: number) => PARSERS[oid] ?? asIs } as pg.CustomTypesConfig,
  });
  // A connection that breaks must not end the process: neither an idle one, which the pool
  // reports, nor one in use, which only the client itself does. The query in it fails anyway.
  const note = (error: Error) => log.error({ err: error }, 'A database connection broke');
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  await checkReachable(pool);
  return createDatabase(new TextPostgresDialect({ pool }));
}

const asIs = (text: string) => text;

function connectionOf(text: string): pg.PoolConfig {
  if (!/^postgres(ql)?:\/\/./.test(text) || !URL.canParse(text)) {
    throw new DatabaseUnusable(
      'DATABASE_URL must look like postgres://user:password@host:5432/database',
    );
  }
  // After the options that the URL has of its own: the last setting of a name holds.
  const url = new URL(text);
  const options = [...url.searchParams.getAll('options'), '-c TimeZone=UTC -c DateStyle=ISO'];
  // Nobody waits for ever: neither for a row, nor for a connection that forgot to end.
  options.unshift('-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s');
  url.searchParams.set('options', options.join(' '));
  return { connectionString: url.href };
}

async function checkReachable(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const reason = error instanceof AggregateError ? error.errors[0] : error;
    throw new DatabaseUnusable(
      `The database at DATABASE_URL cannot be used: ${reason instanceof Error ? reason.message : String(reason)}`,
    );
  }
}
