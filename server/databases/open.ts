import type { Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Log } from '../environment.ts';
import type { Settings } from '../settings.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';

/** PostgreSQL when DATABASE_URL is set, else the embedded database in DATA_DIR. */
export function openDatabase(settings: Settings, log: Log): Promise<Kysely<Database>> {
  return settings.DATABASE_URL
    ? openPostgres(settings.DATABASE_URL, log)
    : openEmbedded(settings.DATA_DIR);
}
