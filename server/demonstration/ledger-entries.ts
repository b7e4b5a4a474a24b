import { createRandom, type Random } from '../traffic/random.ts';
import type { Calendar } from './calendar.ts';
import { MANAGERS } from './choices.ts';
import type { DemoClient } from './client-row.ts';
import { entryOf, type LedgerEntry } from './ledger-entry.ts';
import { fundingOf } from './roles.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What entries are made with. */
interface Making {
  entry: ReturnType<typeof entryOf>;
  random: Random;
}

/** How money came in, and what went out besides the charges, in no particular order. */
export function ledgerEntries(demo: DemoClient, calendar: Calendar): LedgerEntry[] {
  if (demo.role === 'silent' || demo.role === 'empty') return [];
  const random = createRandom('ledger', demo.id);
  const closed = demo.row.status === 'closed';
  // They sent nothing in the last month, so the closing comes after every charge.
  const end = closed ? calendar.midnight - random.integer(1, 25) * DAY : calendar.now;
  const prepaid = demo.role === 'occasional' || fundingOf(demo.id) === 'prepaid';
  const entry = entryOf(demo, random);
  const entries = prepaid
    ? payingBefore(demo, calendar, { end: closed ? end - DAY : end, entry, random })
    : payingAfter(demo, calendar, { entry, random });
  if (closed) {
    entries.push(entry(end, 'adjustment', { amount: null, comment: 'Paid out at closing' }));
  }
  return entries.filter(({ occurredAt }) => Date.parse(occurredAt) <= calendar.now);
}

/** Money first: a beginning, then a payment whenever the last one is used up. */
function payingBefore(
  { role, row }: DemoClient,
  calendar: Calendar,
  { end, entry, random }: Making & { end: number },
): LedgerEntry[] {
  const registered = Date.parse(row.registeredAt);
  const start = Math.max(registered, Date.parse(calendar.firstDay) - 18 * HOUR);
  const entries: LedgerEntry[] = [];
  if (registered < start) {
    entries.push(
      entry(start, 'adjustment', { comment: 'Balance of the previous system', actor: 'migration' }),
    );
  } else if (random.chance(0.6)) {
    entries.push(entry(start + HOUR / 4, 'bonus', { size: 0, comment: 'Welcome' }));
  }
  const gap = role === 'sender' ? 26 : 120;
  for (let at = start + HOUR / 2; at < end; at += random.around(gap, 0.35) * DAY) {
    entries.push(
      entry(at, 'top_up', { pays: 'next', size: random.integer(0, 3), ...payment(random) }),
      ...extras(at, { entry, random }),
    );
    if (role === 'occasional' && random.chance(0.5)) break;
  }
  return entries;
}

/** Invoices once a month for what was sent; the last month's is still open. */
function payingAfter(
  { row }: DemoClient,
  calendar: Calendar,
  { entry, random }: Making,
): LedgerEntry[] {
  const start = Math.max(Date.parse(row.registeredAt), Date.parse(calendar.firstDay));
  const entries: LedgerEntry[] = [];
  for (let at = start + 31 * DAY; at < calendar.midnight - 33 * DAY; at += 30 * DAY) {
    const actor = random.pick(MANAGERS);
    const comment = `Invoice ${random.integer(1_000, 9_999)}`;
    const paidAt = at + random.integer(9 * 60, 17 * 60) * 60_000;
    entries.push(entry(paidAt, 'top_up', { pays: 'previous', amount: null, comment, actor }));
  }
  return entries;
}

function payment(random: Random): Pick<LedgerEntry, 'comment' | 'actor'> {
  return random.weighted([
    [{ comment: null, actor: 'billing' }, 5],
    [{ comment: 'Card payment', actor: 'billing' }, 3],
    [{ comment: `Invoice ${random.integer(1_000, 9_999)}`, actor: random.pick(MANAGERS) }, 4],
  ]);
}

/** What happens around a payment now and then. */
function extras(at: number, { entry, random }: Making): LedgerEntry[] {
  const found: LedgerEntry[] = [];
  if (random.chance(0.07)) {
    found.push(entry(at + HOUR / 2, 'bonus', { size: 0, comment: 'Ten years of our service' }));
  }
  if (random.chance(0.04)) {
    const mistake = entry(at + HOUR, 'top_up', { size: 3, actor: random.pick(MANAGERS) });
    const undone = { comment: 'Meant for another client', actor: mistake.actor };
    found.push(
      mistake,
      entry(at + 1.1 * HOUR, 'reversal', {
        ...undone,
        amount: `-${mistake.amount}`,
        reverses: mistake.key,
      }),
    );
  }
  if (random.chance(0.05)) {
    const fee = entry(at + 2 * HOUR, 'fee', { size: 0, comment: 'Registration of a sender name' });
    found.push({ ...fee, amount: `-${fee.amount}` });
  }
  return found;
}
