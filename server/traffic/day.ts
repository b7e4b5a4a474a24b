import { MAX_BATCH, type MessageEvent, type MessageReceipt } from '../../schema/messages.ts';
import type { CalendarDate } from '../../schema/period.ts';
import { dayOfClient } from './day-of-client.ts';
import { mobileNumber } from './mobile-number.ts';
import { createRandom, type Random } from './random.ts';
import type { Draft, TrafficClient } from './traffic-client.ts';

/** The most events of a day: with a receipt for each, one request still takes them. */
export const MAX_EVENTS = MAX_BATCH / 2;

export const RECEIPTS = ['none', 'some', 'all'] as const;

export interface DayOptions {
  day: CalendarDate;
  /** How many messages; their receipts come on top. */
  events: number;
  /** Whether it is told what became of the messages: of none, of half of them, of all. */
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

type Item = MessageEvent | MessageReceipt;

/**
 * A day of several clients as the lines that the server takes at `POST /api/messages`. The lines
 * stand in the order in which they would arrive: some receipts overtake others, a few their own
 * message, a few come twice. The same options and clients give the same text.
 *
 * @example dayOfTraffic(clients, { day: '2026-01-31', events: 10_000, receipts: 'all', seed: 1 })
 */
export function dayOfTraffic(clients: readonly TrafficClient[], options: DayOptions): DayOfTraffic {
  const random = createRandom('traffic', options.seed, options.day);
  const drafts = shares(clients.length, options.events, random).flatMap((messages, index) =>
    dayOfClient(clients[index] as TrafficClient, options.day, {
      messages,
      prefix: `${options.day}-${options.seed}`,
      recipients: mobileNumber,
      random,
    }),
  );
  const events = drafts.map((draft) => ({ arrives: draft.sentAt, item: toEvent(draft) }));
  const receipts = drafts
    .filter(() => options.receipts === 'all' || (options.receipts === 'some' && random.chance(0.5)))
    .flatMap((draft) => toReceipts(draft, random))
    .slice(0, MAX_BATCH - events.length);
  const items: { arrives: number; item: Item }[] = [...events, ...receipts];
  const lines = items.sort((a, b) => a.arrives - b.arrives).map(({ item }) => JSON.stringify(item));
  return {
    text: lines.map((line) => `${line}\n`).join(''),
    events: events.length,
    receipts: receipts.length,
  };
}

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

function toEvent(draft: Draft): MessageEvent {
  const { clientId, externalId, mailing, recipient, parts, status, sender, mccMnc } = draft;
  return {
    clientId,
    externalId,
    ...(mailing !== null && { mailing }),
    sentAt: new Date(draft.sentAt).toISOString(),
    channel: sender.channel,
    sender: sender.name,
    recipient,
    // Where the operator is not known, at least the country is.
    ...(mccMnc === null ? { country: draft.country } : { mccMnc }),
    parts,
    ...(sender.price !== null && { price: sender.price }),
    status,
  };
}

function toReceipts({ clientId, externalId, reports, sentAt }: Draft, random: Random) {
  const receipts = reports.map(({ status, at }) => ({
    // A gateway's queue: mostly seconds, now and then an hour, a few ahead of the message itself.
    arrives: random.chance(0.01) ? sentAt - 1_000 : at + random.around(20_000, 1.8),
    item: { clientId, externalId, status, at: new Date(at).toISOString() } as MessageReceipt,
  }));
  const again = receipts.filter(() => random.chance(0.02));
  return [
    ...receipts,
    ...again.map(({ arrives, item }) => ({ arrives: arrives + 60_000, item })),
  ];
}
