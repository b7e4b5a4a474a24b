import { addDays, type CalendarDate } from '../../schema/period.ts';
import type { Money } from '../../schema/money.ts';
import { networksOf } from '../traffic/networks.ts';
import { planDay, type Batch } from '../traffic/plan-day.ts';
import { createRandom, type Random } from '../traffic/random.ts';
import type { TrafficClient } from '../traffic/traffic-client.ts';
import { daysBetween, type Calendar } from './calendar.ts';
import type { SenderPlan } from './sender-plan.ts';
import { messagesOn } from './volume.ts';

/** A row of the roll-up of a day whose messages are no longer there, before it has its cost. */
export interface PastStatistics {
  clientId: number;
  day: CalendarDate;
  channel: string;
  sender: string;
  country: string;
  mccMnc: string;
  sentMessages: number;
  sentParts: number;
  deliveredMessages: number;
  deliveredParts: number;
  /** Of one part; null: the client's price. */
  price: Money | null;
}

/** The roll-up of a sender from the beginning of the year to the first day with messages. */
export function pastDays(plan: SenderPlan, { firstRawDay }: Calendar): PastStatistics[] {
  const last = addDays(firstRawDay, -1);
  const to = plan.to < last ? plan.to : last;
  return daysBetween(plan.from, to).flatMap((day) =>
    pastDay(plan.client, day, messagesOn(plan, day)),
  );
}

/** The roll-up of one day with so many messages. */
export function pastDay(
  client: TrafficClient,
  day: CalendarDate,
  messages: number,
): PastStatistics[] {
  if (messages === 0) return [];
  const random = createRandom('past', client.id, day);
  const rows = new Map<string, PastStatistics>();
  for (const batch of planDay(client, day, messages, random)) {
    for (const row of rowsOf(client, day, batch, random)) {
      const key = [row.channel, row.sender, row.country, row.mccMnc].join('\n');
      const same = rows.get(key);
      rows.set(key, same ? sum(same, row) : row);
    }
  }
  return [...rows.values()];
}

function rowsOf(
  client: TrafficClient,
  day: CalendarDate,
  { sender, messages, parts }: Batch,
  random: Random,
): PastStatistics[] {
  return destinations(client.country, messages, random).map(({ country, mccMnc, sent }) => {
    const rate = Math.min(client.deliveryRate + 0.06 * (random.next() - 0.5), 1);
    const delivered = Math.round(sent * rate);
    return {
      clientId: client.id,
      day,
      channel: sender.channel,
      sender: sender.name,
      country,
      mccMnc,
      sentMessages: sent,
      sentParts: sent * parts,
      deliveredMessages: delivered,
      deliveredParts: delivered * parts,
      price: sender.price,
    };
  });
}

/** Where the messages of a batch went: mostly to the networks at home, all of them counted. */
function destinations(home: string, messages: number, random: Random) {
  const [largest = ['', 0] as const, ...others] = networksOf(home);
  const abroad = random.pick(['PL', 'DE', 'CZ', 'GB', 'IT', 'RO']);
  const parts = [
    ...others.map(([mccMnc, share]) => ({ country: home, mccMnc, share: share / 100 })),
    { country: home, mccMnc: '', share: 0.02 },
    { country: abroad, mccMnc: networksOf(abroad)[0]?.[0] ?? '', share: 0.03 },
  ];
  let rest = messages;
  const found = parts.map(({ country, mccMnc, share }) => {
    const sent = Math.min(rest, Math.round(messages * share * (0.6 + 0.8 * random.next())));
    rest -= sent;
    return { country, mccMnc, sent };
  });
  return [{ country: home, mccMnc: largest[0], sent: rest }, ...found].filter(
    ({ sent }) => sent > 0,
  );
}

function sum(a: PastStatistics, b: PastStatistics): PastStatistics {
  return {
    ...a,
    sentMessages: a.sentMessages + b.sentMessages,
    sentParts: a.sentParts + b.sentParts,
    deliveredMessages: a.deliveredMessages + b.deliveredMessages,
    deliveredParts: a.deliveredParts + b.deliveredParts,
  };
}
