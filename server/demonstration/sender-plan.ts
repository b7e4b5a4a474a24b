import { addDays, dateIn, type CalendarDate } from '../../schema/period.ts';
import type { Money } from '../../schema/money.ts';
import { createRandom } from '../traffic/random.ts';
import type { Sender, TrafficClient } from '../traffic/traffic-client.ts';
import { later, type Calendar } from './calendar.ts';
import { VIBER_PRICES } from './choices.ts';
import type { DemoClient } from './client-row.ts';
import { LARGE_CLIENT, NEWEST_FROM } from './roles.ts';
import type { SenderNameRow } from './sender-name-rows.ts';

/** Who sends how much on which days. */
export interface SenderPlan {
  client: TrafficClient;
  /** Messages of an ordinary working day. */
  perDay: number;
  /** On how many of the days there is traffic at all, 0 to 1. */
  activeDays: number;
  /** The first and the last day with traffic, in the client's zone. */
  from: CalendarDate;
  to: CalendarDate;
}

/** The plan of a client that sends on most days; `names` are its sender names. */
export function senderPlan(
  demo: DemoClient,
  names: readonly SenderNameRow[],
  calendar: Calendar,
): SenderPlan {
  const random = createRandom('plan', demo.id);
  const { row, id } = demo;
  // The newest clients must be worth a look after a few days.
  const isNew = id >= NEWEST_FROM;
  const perDay = isNew ? random.around(60, 0.6) : random.around(20, 0.9);
  const stopped = isNew ? 1 : random.integer(2, 9);
  return {
    client: trafficClient(demo, names, 0.85 + 0.12 * random.next()),
    perDay: id === LARGE_CLIENT ? 560 : Math.min(Math.max(perDay, 2), 150),
    activeDays: id === LARGE_CLIENT || isNew ? 1 : random.pick([0.15, 0.3, 0.4, 0.75]),
    from: later(firstDayOf(demo), calendar.firstDay),
    // Who is frozen or blocked sends no more.
    to: row.status === 'active' ? calendar.today : addDays(calendar.today, -stopped),
  };
}

/** The first day that a client can send on: that of its registration when it came at night. */
export function firstDayOf({ row }: DemoClient): CalendarDate {
  const untilMorning = 17 * 3_600_000;
  return dateIn(row.timeZone, new Date(Date.parse(row.registeredAt) + untilMorning));
}

/** A client of the demonstration as far as its traffic is concerned. */
export function trafficClient(
  { row, id }: DemoClient,
  names: readonly SenderNameRow[],
  deliveryRate: number,
): TrafficClient {
  const viberPrice: Money | null = VIBER_PRICES[row.currency] ?? null;
  const senders = names
    .filter(({ status }) => status === 'checked')
    .map(({ name, type }): Sender => {
      return type === 'viber'
        ? { channel: 'viber', name, price: viberPrice }
        : { channel: 'sms', name, price: null };
    });
  return {
    id,
    country: row.country,
    timeZone: row.timeZone,
    senders: senders.length > 0 ? senders : [{ channel: 'sms', name: 'INFO', price: null }],
    deliveryRate,
  };
}
