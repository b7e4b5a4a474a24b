import { grantServerRights } from '../databases/grants.ts';
import { checkMigrated } from '../databases/migrate.ts';
import { openDatabase } from '../databases/open.ts';
import { readSettings } from '../settings.ts';
import { createLog, parseOptions, settingsHelp, UsageError, type Command } from './command.ts';

const HELP = `Usage: clientele grant --role ROLE

Gives a PostgreSQL role just the rights that the server needs: rows of the ledger, of the credit
limits and of the audit log can be added, never changed or deleted. Run it as the owner of the
tables after every "clientele migrate", and let the server connect as that role.

Options:
  --role ROLE          the role that the server connects as

${settingsHelp(['DATABASE_URL'])}`;

/** `clientele grant` */
export const grantCommand: Command = async (args) => {
  const options = parseOptions(args, HELP, { role: { type: 'string' } });
  if (!options) return 0;
  const settings = readSettings(process.env);
  if (!options.role) throw new UsageError(`--role is required.\n\n${HELP}`);
  if (!settings.DATABASE_URL) {
    throw new UsageError('DATABASE_URL is required: the embedded database has no roles.');
  }
  const db = await openDatabase(settings, createLog(settings));
  try {
    await checkMigrated(db);
    await grantServerRights(db, options.role);
    process.stdout.write(`${options.role} may run the server, and never change the ledger.\n`);
    return 0;
  } finally {
    await db.destroy();
  }
};
