import { MAX_BATCH } from '../../schema/messages.ts';
import type { CalendarDate } from '../../schema/period.ts';
import { dayOfClient } from './day-of-client.ts';
import { eventOf, receiptsOf, type Arrival } from './items.ts';
import { mobileNumber } from './mobile-number.ts';
import { createRandom, type Random } from './random.ts';
import type { TrafficClient } from './traffic-client.ts';

/** The most events of a day: with as many receipts, one request still takes them. */
export const MAX_EVENTS = MAX_BATCH / 2;

export const RECEIPTS = ['none', 'some', 'all'] as const;

export interface DayOptions {
  day: CalendarDate;
  /** How many messages, at most `MAX_EVENTS`; their receipts come on top. */
  events: number;
  /** Of which messages it is told what became of them: of none, of half of them, of all. */
  receipts: (typeof RECEIPTS)[number];
  /** Another seed makes other messages. */
  seed: number;
}

export interface DayOfTraffic {
  /** One JSON object a line. */
  text: string;
  events: number;
  receipts: number;
}

/**
 * A day of several clients as the lines that the server takes at `POST /api/messages`, in the
 * order in which they would arrive. The same options and clients give the same text; another choice
 * of receipts gives the same events.
 *
 * @example dayOfTraffic(clients, { day: '2026-01-31', events: 10_000, receipts: 'all', seed: 1 })
 */
export function dayOfTraffic(clients: readonly TrafficClient[], options: DayOptions): DayOfTraffic {
  const { day, seed } = options;
  const random = createRandom('traffic', seed, day, options.events, ...clients.map(({ id }) => id));
  // Another file of the same day has other messages, so their names must differ.
  const prefix = `${day}-${random.integer(36 ** 4, 36 ** 5 - 1).toString(36)}`;
  const share = shares(clients.length, options.events, random);
  const drafts = clients.flatMap((client, index) =>
    dayOfClient(client, day, {
      messages: share[index] ?? 0,
      prefix,
      recipients: mobileNumber,
      random,
    }),
  );
  const told = { none: 0, some: 0.5, all: 1 }[options.receipts];
  const receipts = drafts
    .filter(() => random.chance(told))
    .flatMap((draft) => receiptsOf(draft, random))
    // When they do not fit into one request, who reads and answers is left out first.
    .sort((a, b) => reactions(a) - reactions(b))
    .slice(0, MAX_BATCH - drafts.length);
  const lines = [...drafts.map(eventOf), ...receipts].sort(byArrival);
  return {
    text: lines.map(({ item }) => `${JSON.stringify(item)}\n`).join(''),
    events: drafts.length,
    receipts: receipts.length,
  };
}

const reactions = ({ item }: Arrival) => Number(/^(read|replied)$/.test(item.status ?? ''));

const byArrival = (a: Arrival, b: Arrival) => a.arrives - b.arrives;

/** How many of the events each client gets: some send much more than others. */
function shares(clients: number, events: number, random: Random): number[] {
  const weights = Array.from({ length: clients }, () => random.around(1, 0.8));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight, index) => {
    passed += weight;
    const upTo = index === clients - 1 ? events : Math.round((events * passed) / total);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}
