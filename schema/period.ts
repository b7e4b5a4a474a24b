/** A calendar date, `YYYY-MM-DD`, without a time or a zone. */
export type CalendarDate = string;

/** Whether a text is a date of the calendar: `isCalendarDate('2026-02-30')` is false. */
export function isCalendarDate(text: string): boolean {
  // The calendar has no year 0.
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && isoDate(date) === text;
}

/** Two calendar dates, both inclusive. The days are days in the client's time zone. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate;
}

/** The calendar date of an instant in a zone: `dateIn('Europe/Kyiv', new Date())`. */
export function dateIn(zone: string, instant: Date): CalendarDate {
  // The Swedish locale writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);
}

/**
 * The instant at which clocks of a zone show a date and time: `instantIn('Europe/Kyiv',
 * '2026-01-31T09:00')` is 07:00 in UTC. An hour that clocks skip is taken as if they had not.
 */
export function instantIn(zone: string, local: string): Date {
  const shown = Date.parse(`${local}Z`);
  const before = shown - offsetOf(zone, shown);
  // The offset may be another one there.
  return new Date(shown - offsetOf(zone, before));
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetOf(timeZone: string, instant: number): number {
  const clock = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  // The Swedish locale writes 2026-01-31 09:00:00.
  const shown = new Intl.DateTimeFormat('sv-SE', clock).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
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
