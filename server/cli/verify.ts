import { checkMigrated } from '../databases/migrate.ts';
import { openDatabase } from '../databases/open.ts';
import { readSettings } from '../settings.ts';
import { verifyBalances } from '../transactions/verify.ts';
import { createLog, parseOptions, settingsHelp, type Command } from './command.ts';

const HELP = `Usage: clientele verify

Proves every balance from its rows: numbers without a gap, each balance the one before plus the
amount, the account's balance that of the last row. Exit code 1 when something does not add up.

${settingsHelp(['DATABASE_URL', 'DATA_DIR'])}`;

/** `clientele verify` */
export const verifyCommand: Command = async (args) => {
  if (!parseOptions(args, HELP, {})) return 0;
  const settings = readSettings(process.env);
  const db = await openDatabase(settings, createLog(settings));
  try {
    await checkMigrated(db);
    const { clients, transactions, faults } = await verifyBalances(db);
    for (const fault of faults) process.stdout.write(`${fault}\n`);
    process.stdout.write(
      `${clients} clients, ${transactions} transactions: ` +
        (faults.length > 0
          ? `${faults.length} faults.\n`
          : 'every balance follows from its rows.\n'),
    );
    return faults.length > 0 ? 1 : 0;
  } finally {
    await db.destroy();
  }
};
