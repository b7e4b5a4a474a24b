import type { CalendarDate } from '../../schema/period.ts';
import type { Random } from './random.ts';
import type { Sender, TrafficClient } from './traffic-client.ts';

/** Messages of one day that were sent for one reason. */
export interface Batch {
  /** null: sent one by one through the day, such as codes and notices. */
  mailing: string | null;
  sender: Sender;
  messages: number;
  /** Parts of each of its messages. */
  parts: number;
}

/**
 * Cuts a client's messages of a day into up to three mailings and, for some, the single messages
 * of the day.
 *
 * @example planDay(client, '2026-01-31', 500, random) // [{ mailing: 'Loyalty points 2026-01-31', ... }]
 */
export function planDay(
  client: TrafficClient,
  day: CalendarDate,
  messages: number,
  random: Random,
): Batch[] {
  const single = Math.round(messages * random.pick([0, 0, 0.2, 0.45]));
  const batches = [batch(client, null, single, random)];
  const mailings = messages < 20 ? 1 : random.integer(1, 3);
  const topic = random.integer(0, TOPICS.length - 1);
  let rest = messages - single;
  for (let left = mailings; left > 0; left -= 1) {
    const share = left === 1 ? 1 : (0.5 + random.next()) / left;
    const size = Math.min(rest, Math.ceil(rest * share));
    const name = `${TOPICS[(topic + left) % TOPICS.length]} ${day}`;
    batches.push(batch(client, name, size, random));
    rest -= size;
  }
  return batches.filter((each) => each.messages > 0);
}

function batch(
  { senders }: TrafficClient,
  mailing: string | null,
  messages: number,
  random: Random,
): Batch {
  const sender = random.weighted(senders.map((each, rank) => [each, 1 / (rank + 1)] as const));
  // A Viber message counts as one; codes and notices are short.
  const parts = sender.channel === 'viber' || mailing === null ? 1 : random.weighted(PARTS);
  return { mailing, sender, messages, parts };
}

const PARTS = [
  [1, 58],
  [2, 28],
  [3, 10],
  [4, 4],
] as const;

const TOPICS = [
  'Weekend sale',
  'New collection',
  'Loyalty points',
  'Payment reminder',
  'Birthday greetings',
  'Order updates',
  'Appointment reminder',
  'Price list',
  'Win-back',
  'Survey',
  'Delivery notices',
  'Opening hours',
];
