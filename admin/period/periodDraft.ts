import { isCalendarDate, type Period } from '../../schema/period.ts';

/** What is wrong with a date: nothing whole typed yet, out of the calendar's reach, or too early. */
export type DateFault = 'incomplete' | 'out_of_range' | 'before_start';

/** The faults of two dates; no keys when the period can be used. */
export interface PeriodFaults {
  from?: DateFault;
  to?: DateFault;
}

/** Dates outside are slips of the keyboard: a browser reports the year 0002 while "2026" is typed. */
export const FIRST_DATE = '2000-01-01';
export const LAST_DATE = '2099-12-31';

/**
 * What is wrong with two dates as they stand in the fields, where an unfinished date is ''.
 *
 * @example
 * periodFaults({ from: '2026-03-01', to: '2026-02-01' }) // { to: 'before_start' }
 */
export function periodFaults({ from, to }: Period): PeriodFaults {
  const faults: PeriodFaults = {};
  const start = dateFault(from);
  const end = dateFault(to) ?? (!start && to < from ? 'before_start' : null);
  if (start) faults.from = start;
  if (end) faults.to = end;
  return faults;
}

/** Whether a list can be asked for this period: `isUsable({ from: '', to: '2026-02-01' })` is false. */
export function isUsable(period: Period): boolean {
  return Object.keys(periodFaults(period)).length === 0;
}

function dateFault(date: string): DateFault | null {
  if (!isCalendarDate(date)) return 'incomplete';
  return date < FIRST_DATE || date > LAST_DATE ? 'out_of_range' : null;
}
