import { z } from 'zod';

/** A calendar date, `YYYY-MM-DD`, without a time or a zone. */
export type CalendarDate = string;

const DATE = 'must be a calendar date such as "2026-01-31"';

export const calendarDate = z.iso
  .date({ error: DATE, abort: true })
  // The calendar has no year 0.
  .refine((date) => !date.startsWith('0000'), DATE);

/** Two calendar dates, both inclusive. The days are days in the client's time zone. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate;
}

/** An IANA time zone name that this runtime knows: `Europe/Kyiv`. */
export const timeZone = z.string().refine(isTimeZone, {
  error: 'must be an IANA time zone such as "Europe/Kyiv"',
});

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}

/** The calendar date of an instant in a zone: `dateIn('Europe/Kyiv', new Date())`. */
export function dateIn(zone: string, instant: Date): CalendarDate {
  // The Swedish locale writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);
}

/** `addDays('2026-02-28', 1)` is `2026-03-01`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const [year, month, day] = parts(date);
  return isoDate(new Date(Date.UTC(year, month - 1, day + days)));
}

/** `addMonths('2026-03-31', -1)` is `2026-02-28`: the last day when the month is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(date);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoDate(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
}

/** The month that ends today, both days inclusive: the default of every period on screen. */
export function lastMonth(today: CalendarDate): Period {
  return { from: addDays(addMonths(today, -1), 1), to: today };
}

function parts(date: CalendarDate): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

function isoDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10);
}
