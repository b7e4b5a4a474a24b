#!/usr/bin/env node
import { DatabaseUnusable } from '../databases/migrate.ts';
import { CannotServe } from '../serve.ts';
import { SettingsError } from '../settings.ts';
import { CommandFailed, UsageError, type Command } from './command.ts';

const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  serve: {
    summary: 'start the server with the console',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  migrate: {
    summary: 'bring the database up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  grant: {
    summary: 'give a PostgreSQL role the rights that the server needs',
    load: async () => (await import('./grant.ts')).grantCommand,
  },
  seed: {
    summary: 'fill an empty database with a demonstration',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  traffic: {
    summary: 'write a day of message traffic to a file',
    load: async () => (await import('./traffic.ts')).trafficCommand,
  },
  verify: {
    summary: 'prove every balance from its rows',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
};

const HELP = `Usage: clientele <command> [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

clientele <command> --help tells its options and settings.
Exit codes: 0 done, 1 failed, 2 wrong usage or settings.
`;

/** Errors that are told in a line; anything else is a fault of ours and keeps its stack. */
const TOLD = [DatabaseUnusable, CannotServe, CommandFailed];

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`Unknown command "${name}".\n\n${HELP}`);
    return 2;
  }
  try {
    return await (
      await command.load()
    )(args);
  } catch (error) {
    if (error instanceof UsageError || error instanceof SettingsError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    if (TOLD.some((kind) => error instanceof kind)) {
      process.stderr.write(`${(error as Error).message}\n`);
      return 1;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
