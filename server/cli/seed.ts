import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { migrate } from '../databases/migrate.ts';
import { openDatabase } from '../databases/open.ts';
import { seedDemonstration } from '../demonstration/seed.ts';
import { readSettings } from '../settings.ts';
import { CommandFailed, createLog, parseOptions, settingsHelp, type Command } from './command.ts';

const HELP = `Usage: clientele seed

Migrates an empty database and fills it with a demonstration: 2,000 clients, a year of statistics
and ledgers, a month of messages. Takes some seconds; all or nothing. A database that has clients
stays as it is.

${settingsHelp(['DATABASE_URL', 'DATA_DIR'])}`;

/** `clientele seed` */
export const seedCommand: Command = async (args) => {
  if (!parseOptions(args, HELP, {})) return 0;
  const settings = readSettings(process.env);
  const db = await openDatabase(settings, createLog(settings));
  try {
    // Before the migration, which would change a database that is refused.
    await refuseClients(db);
    await migrate(db);
    const seeded = await seedDemonstration(db, {
      now: new Date(),
      progress: (line) => process.stdout.write(`${line}\n`),
    });
    // Somebody else was quicker.
    if (!seeded) await refuseClients(db);
    process.stdout.write('The demonstration is ready.\n');
    return 0;
  } finally {
    await db.destroy();
  }
};

async function refuseClients(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass('clients') is not null as found`.execute(db);
  if (!rows[0]?.found) return;
  const { count } = await db
    .selectFrom('clients')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count === 0) return;
  const clients = `${count.toLocaleString('en')} ${count === 1 ? 'client' : 'clients'}`;
  throw new CommandFailed(`The database is not empty: it has ${clients}. Nothing was changed.`);
}
