import type { CalendarDate } from '../../schema/period.ts';
import { localInstant } from './local-time.ts';
import { networksOf } from './networks.ts';
import { planDay, type Batch } from './plan-day.ts';
import type { Random } from './random.ts';
import { reportsOf } from './reports.ts';
import type { Draft, TrafficClient } from './traffic-client.ts';

/** Where the numbers come from: `(country, random) => '+380671234567'`. */
export type Recipients = (country: string, random: Random) => string;

/**
 * A client's messages of one of its days, in the order in which they are sent, between 8 and 22
 * o'clock of its zone. Their external ids are `<prefix>-000001` and so on.
 *
 * @example dayOfClient(client, '2026-01-31', { messages: 500, prefix: '2026-01-31', recipients, random })
 */
export function dayOfClient(
  client: TrafficClient,
  day: CalendarDate,
  options: { messages: number; prefix: string; recipients: Recipients; random: Random },
): Draft[] {
  const { messages, prefix, recipients, random } = options;
  return planDay(client, day, messages, random)
    .flatMap((batch) =>
      times(batch, random).map((second) => ({
        batch,
        sentAt: localInstant(client.timeZone, day, second),
      })),
    )
    .sort((a, b) => a.sentAt - b.sentAt)
    .map(({ batch: { mailing, sender, parts }, sentAt }, index) => {
      const destination = destinationOf(client.country, random);
      const message = {
        clientId: client.id,
        externalId: `${prefix}-${String(index + 1).padStart(6, '0')}`,
        mailing,
        sentAt,
        sender,
        recipient: recipients(destination.country, random),
        ...destination,
        parts,
        status: random.weighted(FIRST_STATUS),
      };
      return { ...message, reports: reportsOf(message, client.deliveryRate, random) };
    });
}

const FIRST_STATUS = [
  ['sent', 96],
  ['queued', 3],
  ['rejected', 1],
] as const;

/** The seconds of the day at which a batch is sent: a mailing in one go, the rest when it comes. */
function times({ mailing, messages }: Batch, random: Random): number[] {
  if (mailing === null) return Array.from({ length: messages }, () => secondOfDay(random));
  const start = secondOfDay(random);
  const perSecond = random.integer(4, 20);
  return Array.from({ length: messages }, (_, index) =>
    Math.min(start + index / perSecond, LAST_SECOND),
  );
}

const LAST_SECOND = 22 * 3600 - 1;

/** Most is sent late in the morning and in the afternoon, nothing at night. */
function secondOfDay(random: Random): number {
  return random.weighted(HOURS) * 3600 + random.integer(0, 3_599_999) / 1000;
}

const HOURS = [2, 6, 9, 10, 8, 7, 8, 9, 9, 8, 6, 4, 2].map(
  (weight, place) => [8 + place, weight] as const,
);

/** Mostly at home, sometimes abroad; of a few numbers nobody knows the operator. */
function destinationOf(home: string, random: Random): Pick<Draft, 'country' | 'mccMnc'> {
  const country = random.chance(0.06) ? random.pick(ABROAD) : home;
  const networks = networksOf(country);
  const known = networks.length > 0 && !random.chance(0.02);
  return { country, mccMnc: known ? random.weighted(networks) : null };
}

const ABROAD = ['PL', 'DE', 'CZ', 'GB', 'UA', 'IT', 'ES', 'FR', 'US', 'RO'];
