import { parsePhoneNumberFromString } from 'libphonenumber-js';
import mccMncList from 'mcc-mnc-list';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MAX_BATCH, messageEvent, messageReceipt } from '../../schema/messages.ts';
import { dateIn } from '../../schema/period.ts';
import { dayOfTraffic, MAX_EVENTS, type DayOptions } from '../../server/traffic/day.ts';
import { localInstant } from '../../server/traffic/local-time.ts';
import { hasMobileNumbers, mobileNumber } from '../../server/traffic/mobile-number.ts';
import { networksOf } from '../../server/traffic/networks.ts';
import { createRandom } from '../../server/traffic/random.ts';
import type { TrafficClient } from '../../server/traffic/traffic-client.ts';

const DAY = '2026-11-20';

const clients: TrafficClient[] = [
  { id: 12, country: 'UA', timeZone: 'Europe/Kyiv' },
  { id: 15, country: 'PL', timeZone: 'Europe/Warsaw' },
  { id: 77, country: 'US', timeZone: 'America/Los_Angeles' },
].map((client) => ({
  ...client,
  senders: [
    { channel: 'sms', name: 'SHOP', price: null },
    { channel: 'viber', name: 'Крамниця', price: '0.0215' },
  ],
  deliveryRate: 0.92,
}));

const options: DayOptions = { day: DAY, events: 4_000, receipts: 'all', seed: 1 };

type Event = z.output<typeof messageEvent>;
type Receipt = z.output<typeof messageReceipt>;
const isEvent = (item: Event | Receipt): item is Event => 'sentAt' in item;
/** External ids are unique within a client. */
const nameOf = (item: Event | Receipt) => `${item.clientId} ${item.externalId}`;

/** The lines of a day, each as the server would read it. */
function itemsOf(text: string): (Event | Receipt)[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => {
    const item: object = JSON.parse(line);
    return 'sentAt' in item ? messageEvent.parse(item) : messageReceipt.parse(item);
  });
}

describe('API-2 a day of traffic', () => {
  const { text, events: eventCount, receipts: receiptCount } = dayOfTraffic(clients, options);
  const items = itemsOf(text);
  const events = items.filter(isEvent);
  const receipts = items.filter((item): item is Receipt => !isEvent(item));

  it('is the same bytes for the same options, and others for another seed or day', () => {
    expect(dayOfTraffic(clients, options).text).toBe(text);
    expect(dayOfTraffic(clients, { ...options, seed: 2 }).text).not.toBe(text);
    expect(dayOfTraffic(clients, { ...options, day: '2026-11-19' }).text).not.toBe(text);
  });

  it('has as many events as asked for, each message once', () => {
    expect([events.length, receipts.length]).toEqual([eventCount, receiptCount]);
    expect(events).toHaveLength(options.events);
    expect(new Set(events.map(nameOf)).size).toBe(4_000);
    expect(new Set(events.map(({ clientId }) => clientId))).toEqual(new Set([12, 15, 77]));
  });

  it('has valid numbers of the countries that its operators belong to', () => {
    for (const { recipient, mccMnc, country } of events) {
      const number = parsePhoneNumberFromString(recipient);
      expect(number?.isValid(), recipient).toBe(true);
      const [operator] = mccMnc
        ? mccMncList.filter({ mccmnc: mccMnc, statusCode: 'Operational' })
        : [];
      expect(operator?.countryCode ?? country, `${recipient} ${mccMnc}`).toBe(number?.country);
    }
  });

  it('lies within the day of each client, and mostly by day', () => {
    const hours = events.map(({ clientId, sentAt }) => {
      const zone = clients.find(({ id }) => id === clientId)?.timeZone ?? 'UTC';
      expect(dateIn(zone, new Date(sentAt))).toBe(DAY);
      return Number(
        new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(
          new Date(sentAt),
        ),
      );
    });
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...hours)).toBeLessThan(22);
  });

  it('counts a Viber message as one part, and prices some messages itself', () => {
    const viber = events.filter(({ channel }) => channel === 'viber');
    expect(new Set(viber.map(({ parts, price }) => `${parts} ${price}`))).toEqual(
      new Set(['1 0.0215']),
    );
    const sms = events.filter(({ channel }) => channel === 'sms');
    expect(sms.every(({ price }) => price === undefined)).toBe(true);
    expect(new Set(sms.map(({ parts }) => parts)).size).toBeGreaterThan(1);
    expect(sms.every(({ parts }) => parts >= 1 && parts <= 4)).toBe(true);
  });

  it('tells of most messages that they arrived, of a few nothing at all', () => {
    const delivered = new Set(receipts.filter(({ status }) => status === 'delivered').map(nameOf));
    const sent = events.filter(({ status }) => status !== 'rejected');
    const arrived = sent.filter((event) => delivered.has(nameOf(event))).length;
    expect(arrived / sent.length).toBeGreaterThan(0.9);
    expect(arrived / sent.length).toBeLessThan(0.95);
    expect(new Set(receipts.map(({ status }) => status))).toEqual(
      new Set(['sent', 'delivered', 'undelivered', 'expired', 'rejected', 'unknown']),
    );
    const told = new Set(receipts.map(nameOf));
    const silent = sent.filter((event) => !told.has(nameOf(event)));
    expect(silent.length).toBeGreaterThan(10);
    expect(text).toContain('"status":"read"');
  });

  it('has receipts later than their message, some in disorder, early or twice', () => {
    const sentAt = new Map(events.map((event) => [nameOf(event), Date.parse(event.sentAt)]));
    const delays = receipts.map((item) => Date.parse(item.at) - (sentAt.get(nameOf(item)) ?? 0));
    expect(Math.min(...delays)).toBeGreaterThan(0);
    const place = new Map(items.map((item, index) => [item, index]));
    const placeOfEvent = new Map(events.map((event) => [nameOf(event), place.get(event) ?? 0]));
    const early = receipts.filter(
      (item) => (place.get(item) ?? 0) < (placeOfEvent.get(nameOf(item)) ?? 0),
    ).length;
    expect(early).toBeGreaterThan(0);
    const times = receipts.map(({ at }) => Date.parse(at));
    expect(times.some((time, index) => time < (times[index - 1] ?? 0))).toBe(true);
    const lines = text.split('\n').filter((line) => !line.includes('"sentAt"'));
    expect(new Set(lines).size).toBeLessThan(lines.length);
  });

  it('names messages apart from those of any other file', () => {
    const names = (lines: string) => new Set(itemsOf(lines).filter(isEvent).map(nameOf));
    const other = dayOfTraffic(clients.slice(0, 1), { ...options, events: 100 });
    const all = names(text);
    expect([...names(other.text)].filter((name) => all.has(name))).toEqual([]);
    const late = dayOfTraffic(clients, { ...options, receipts: 'none' });
    expect(names(late.text)).toEqual(all);
  });

  it('has as many receipts as asked for', () => {
    const told = (receiptsAsked: DayOptions['receipts']) =>
      dayOfTraffic(clients, { ...options, receipts: receiptsAsked }).receipts;
    expect(told('none')).toBe(0);
    expect(told('some') / receiptCount).toBeCloseTo(0.5, 1);
  });

  it('fits into one request at its largest, with what became of the messages', () => {
    const largest = dayOfTraffic(clients, { ...options, events: MAX_EVENTS });
    expect(largest.events + largest.receipts).toBeLessThanOrEqual(MAX_BATCH);
    expect(largest.text).toContain('"status":"expired"');
  });
});

describe('the parts of a day of traffic', () => {
  it.each(['UA', 'PL', 'DE', 'FR', 'GB', 'US', 'ES', 'IT', 'LT', 'GR', 'GE', 'KZ'])(
    'makes numbers and operators of %s',
    (country) => {
      const random = createRandom('test', country);
      for (let count = 0; count < 50; count += 1) {
        const number = parsePhoneNumberFromString(mobileNumber(country, random));
        expect(number).toMatchObject({ country });
        expect(number?.isValid()).toBe(true);
      }
      expect(networksOf(country).length).toBeGreaterThan(1);
    },
  );

  it('makes no numbers of a country that nobody could tell', () => {
    expect(hasMobileNumbers('ZZ')).toBe(false);
    expect(networksOf('ZZ')).toEqual([]);
  });

  it.each([
    ['Europe/Kyiv', '2026-01-31', '2026-01-31T07:00:00.000Z'],
    ['Europe/Kyiv', '2026-03-29', '2026-03-29T06:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-01', '2026-11-01T17:00:00.000Z'],
    ['Asia/Kolkata', '2026-06-01', '2026-06-01T03:30:00.000Z'],
  ])('knows when it is nine in %s on %s', (zone, day, instant) => {
    expect(new Date(localInstant(zone, day, 9 * 3600)).toISOString()).toBe(instant);
  });
});
