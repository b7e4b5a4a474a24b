import { useCallback } from 'react';
import type { CalendarDate } from '../../schema/period.ts';
import { useDate } from '../common/useFormatters.ts';

/**
 * Writes calendar dates in the admin's locale.
 *
 * @example
 * const day = useDay();
 * day('2026-01-31'); // 31 Jan 2026
 */
export function useDay() {
  const date = useDate();
  return useCallback(
    // A calendar date has no zone; read and written in UTC it stays the day that it is.
    (day: CalendarDate, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }) =>
      date(day, { ...options, timeZone: 'UTC' }),
    [date],
  );
}
