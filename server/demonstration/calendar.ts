import { addDays, type CalendarDate } from '../../schema/period.ts';

const DAY = 86_400_000;

/** The dates that a demonstration is made around. */
export interface Calendar {
  /** Milliseconds since 1970; nothing in the demonstration is later. */
  now: number;
  /** The day of `now` in UTC, and its beginning in milliseconds. */
  today: CalendarDate;
  midnight: number;
  /** Where the statistics and the ledgers begin: a year with today. */
  firstDay: CalendarDate;
  /** From this day on there are the messages themselves, before it only their statistics. */
  firstRawDay: CalendarDate;
}

/** `calendarOf(new Date())` */
export function calendarOf(now: Date): Calendar {
  const today = now.toISOString().slice(0, 10);
  return {
    now: now.getTime(),
    today,
    midnight: Date.parse(today),
    firstDay: addDays(today, -364),
    firstRawDay: addDays(today, -30),
  };
}

/** The days from one to another, both included; none when the first is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / DAY + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(first + index * DAY).toISOString().slice(0, 10),
  );
}

/** The later of two dates. */
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** An instant of milliseconds as the database takes it: `instantOf(0)`. */
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
