import { parseArgs, type ParseArgsConfig } from 'node:util';
import { pino } from 'pino';
import type { Log } from '../environment.ts';
import { SETTINGS_HELP, type Settings } from '../settings.ts';

/** A command of the program: takes its arguments, answers the exit code. */
export type Command = (args: string[]) => Promise<number>;

/** Arguments that cannot be: told in a line, exit code 2. */
export class UsageError extends Error {}

/** Why a command could not do its work: told in a line, exit code 1. */
export class CommandFailed extends Error {}

/**
 * The options of a command, or null after printing its help.
 *
 * @throws UsageError for unknown options
 */
export function parseOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  help: string,
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] | null {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help);
    return null;
  }
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** The lines of a help text about the settings that a command reads. */
export function settingsHelp(names: readonly (keyof Settings)[]): string {
  const lines = names.map((name) => `  ${name.padEnd(20)} ${SETTINGS_HELP[name]}`);
  return `Settings (environment variables):\n${lines.join('\n')}\n`;
}

/** The program's log: JSON lines on standard error, because standard output is for people. */
export function createLog({ LOG_LEVEL }: Pick<Settings, 'LOG_LEVEL'>): Log {
  return pino({ level: LOG_LEVEL }, pino.destination(2));
}
