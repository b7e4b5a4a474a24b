import { addDays, dateIn, isCalendarDate } from '../../schema/period.ts';
import { dayOfTraffic, MAX_EVENTS, RECEIPTS, type DayOptions } from '../traffic/day.ts';
import { offlineClients } from '../traffic/offline-clients.ts';
import { CLIENTS_AT_ONCE, readClients } from '../traffic/read-clients.ts';
import { writeWhole } from '../traffic/write-whole.ts';
import { CommandFailed, parseOptions, UsageError, type Command } from './command.ts';

const DEFAULT_URL = 'http://127.0.0.1:3000';

const HELP = `Usage: clientele traffic [options]

Writes a day of message traffic, events and delivery receipts, as lines of JSON that
POST /api/messages takes. The clients with their zones and sender names come from a running
server. The same options and clients give the same bytes.

Options:
  --url URL            the server that knows the clients (${DEFAULT_URL})
  --clients 12,15      which of them send (its first ${CLIENTS_AT_ONCE} active ones)
  --offline            ask no server: --clients are Ukrainian ones with the sender DEMO
  --day 2026-01-31     a day that is over, in each client's zone (yesterday)
  --events 10000       how many messages, at most ${MAX_EVENTS}; for more, use several seeds
  --receipts all       none, some or all: of which messages it is told what became of them
  --seed 1             another seed makes other messages
  --out FILE           the file to write, "-" for standard output (traffic.ndjson)
`;

/** `clientele traffic` */
export const trafficCommand: Command = async (args) => {
  const options = parseOptions(args, HELP, {
    url: { type: 'string' },
    clients: { type: 'string' },
    offline: { type: 'boolean' },
    day: { type: 'string' },
    events: { type: 'string' },
    receipts: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
  });
  if (!options) return 0;
  const url = serverUrl(options.url);
  const ids = options.clients === undefined ? null : clientIds(options.clients);
  const day: DayOptions = {
    day: pastDay(options.day),
    events: wholeNumber('--events', options.events ?? '10000', 1, MAX_EVENTS),
    receipts: receiptsOf(options.receipts),
    seed: wholeNumber('--seed', options.seed ?? '1', 0, 999_999_999),
  };
  if (options.offline && !ids) throw new UsageError('--offline needs --clients, such as 12,15.');

  const clients = options.offline ? offlineClients(ids ?? []) : await readClients(url, ids);
  const { text, events, receipts } = dayOfTraffic(clients, day);
  const file = options.out ?? 'traffic.ndjson';
  await write(file, text);
  const type = 'Content-Type: application/x-ndjson';
  process.stderr.write(
    `${day.day}: ${events} events and ${receipts} receipts of ${clients.length} ` +
      `${clients.length === 1 ? 'client' : 'clients'}.\n` +
      `curl -H '${type}' --data-binary @${file} ${url}/api/messages\n`,
  );
  return 0;
};

function serverUrl(typed = DEFAULT_URL): string {
  if (!/^https?:\/\//.test(typed) || !URL.canParse(typed)) {
    throw new UsageError(`--url must look like ${DEFAULT_URL}, not "${typed}".`);
  }
  return typed.replace(/\/+$/, '');
}

function clientIds(typed: string): number[] {
  const ids = typed.split(',').map((id) => id.trim());
  if (!ids.every((id) => /^[1-9]\d{0,14}$/.test(id))) {
    throw new UsageError(`--clients must be ids such as 12,15, not "${typed}".`);
  }
  return [...new Set(ids.map(Number))];
}

function pastDay(typed: string | undefined): string {
  const yesterday = addDays(dateIn('UTC', new Date()), -1);
  const day = typed ?? yesterday;
  if (!isCalendarDate(day) || day < '2000-01-01' || day > yesterday) {
    throw new UsageError(
      `--day must be a day that is over, at the latest ${yesterday}, not "${day}".`,
    );
  }
  return day;
}

function wholeNumber(option: string, typed: string, min: number, max: number): number {
  const value = Number(typed);
  if (!/^\d{1,9}$/.test(typed) || value < min || value > max) {
    throw new UsageError(`${option} must be a whole number from ${min} to ${max}, not "${typed}".`);
  }
  return value;
}

function receiptsOf(typed = 'all'): DayOptions['receipts'] {
  const receipts = RECEIPTS.find((each) => each === typed);
  if (!receipts) throw new UsageError(`--receipts must be ${RECEIPTS.join(', ')}, not "${typed}".`);
  return receipts;
}

async function write(file: string, text: string): Promise<void> {
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    await writeWhole(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`${file} cannot be written: ${reason}`);
  }
}
