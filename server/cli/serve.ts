import { seedDemonstration } from '../demonstration/seed.ts';
import { serve } from '../serve.ts';
import { readSettings, SETTINGS_HELP, type Settings } from '../settings.ts';
import { createLog, parseOptions, settingsHelp, type Command } from './command.ts';

const HELP = `Usage: clientele serve [--demo]

Migrates the database, then serves the API and the console until SIGTERM or Ctrl-C.

Options:
  --demo               fill the database with a demonstration when it is empty

${settingsHelp(Object.keys(SETTINGS_HELP) as (keyof Settings)[])}`;

/** `clientele serve`: runs until it is told to stop. */
export const serveCommand: Command = async (args) => {
  const options = parseOptions(args, HELP, { demo: { type: 'boolean' } });
  if (!options) return 0;
  const settings = readSettings(process.env);
  const stopped = stopSignal();
  const server = await serve(settings, createLog(settings), async (db) => {
    if (!options.demo) return;
    await seedDemonstration(db, { now: new Date(), progress: say });
  });
  say(`Clientele is at ${server.url}`);
  if (!server.loopback) {
    say('Anyone who reaches this address is the operator: there is no sign-in yet.');
  }
  await stopped;
  say('Stopping.');
  await server.stop();
  return 0;
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(1);
      stopping = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    if (process.env.npm_lifecycle_event) whenParentEnds(resolve);
  });
}

/** npm runs scripts in a shell that passes no signals on: it ends, and leaves this process. */
function whenParentEnds(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}
