import { migrate } from '../databases/migrate.ts';
import { openDatabase } from '../databases/open.ts';
import { readSettings } from '../settings.ts';
import { createLog, parseOptions, settingsHelp, type Command } from './command.ts';

const HELP = `Usage: clientele migrate

Brings the tables of the database up to date, all or nothing.

${settingsHelp(['DATABASE_URL', 'DATA_DIR'])}`;

/** `clientele migrate` */
export const migrateCommand: Command = async (args) => {
  if (!parseOptions(args, HELP, {})) return 0;
  const settings = readSettings(process.env);
  const db = await openDatabase(settings, createLog(settings));
  try {
    const names = await migrate(db);
    process.stdout.write(
      names.length > 0 ? `Migrated: ${names.join(', ')}\n` : 'The database is up to date.\n',
    );
    return 0;
  } finally {
    await db.destroy();
  }
};
