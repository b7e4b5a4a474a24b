import type { Insertable } from 'kysely';
import type { MessagesTable } from '../../schema/database.ts';
import { dayOfClient } from '../traffic/day-of-client.ts';
import { mobileNumber } from '../traffic/mobile-number.ts';
import { createRandom, type Random } from '../traffic/random.ts';
import type { Draft, Report } from '../traffic/traffic-client.ts';
import { daysBetween, instantOf, later, type Calendar } from './calendar.ts';
import { chargingOf } from './roles.ts';
import type { SenderPlan } from './sender-plan.ts';
import { messagesOn } from './volume.ts';

/** A message before the database gives it its day; a null price is the client's own. */
export type RecentMessage = Omit<Insertable<MessagesTable>, 'day' | 'price'> & {
  price: string | null;
};

/** The messages of a sender of the last month, so far as they were sent by now. */
export function recentMessages(plan: SenderPlan, calendar: Calendar): RecentMessage[] {
  return daysBetween(later(plan.from, calendar.firstRawDay), plan.to).flatMap((day) =>
    dayOfClient(plan.client, day, {
      messages: messagesOn(plan, day),
      prefix: day.replaceAll('-', ''),
      recipients: fromPhoneBook,
      random: createRandom('recent', plan.client.id, day),
    })
      .filter(({ sentAt }) => sentAt <= calendar.now)
      .map((draft) => ({
        ...toRow(draft, calendar.now),
        charging: chargingOf(plan.client.id),
      })),
  );
}

const phoneBooks = new Map<string, string[]>();
const PHONE_BOOK_SIZE = 500;

/** Customers get more than one message, and checking a new number each time takes long. */
function fromPhoneBook(country: string, random: Random): string {
  let book = phoneBooks.get(country);
  if (!book) {
    const own = createRandom('phone book', country);
    book = Array.from({ length: PHONE_BOOK_SIZE }, () => mobileNumber(country, own));
    phoneBooks.set(country, book);
  }
  return random.pick(book);
}

function toRow({ sender, reports, status, ...draft }: Draft, now: number): RecentMessage {
  const told = reports.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
  const failed = told.find((report) => FAILURES.has(report.status));
  const delivered = told.find((report) => DELIVERIES.has(report.status));
  const handedOver = status !== 'queued' || told.length > 0;
  return {
    clientId: draft.clientId,
    externalId: draft.externalId,
    mailing: draft.mailing,
    sentAt: instantOf(draft.sentAt),
    channel: sender.channel,
    sender: sender.name,
    recipient: draft.recipient,
    country: draft.country,
    mccMnc: draft.mccMnc ?? '',
    parts: draft.parts,
    price: sender.price,
    accepted: status !== 'rejected',
    pendingStatus: handedOver ? 'sent' : 'queued',
    failedStatus: failed ? failureOf(failed, draft.mailing) : null,
    failedAt: failed ? instantOf(failed.at) : null,
    deliveredAt: delivered ? instantOf(delivered.at) : null,
  };
}

/** Some mailings met a fault of a gateway: what fails of them was refused there. */
function failureOf({ status }: Report, mailing: string | null): RecentMessage['failedStatus'] {
  return mailing?.startsWith('Price list') ? 'rejected' : (status as RecentMessage['failedStatus']);
}

const FAILURES = new Set<Report['status']>(['undelivered', 'expired', 'rejected', 'unknown']);
const DELIVERIES = new Set<Report['status']>(['delivered', 'read', 'replied']);
