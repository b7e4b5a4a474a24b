import { useCallback } from 'react';
import { useLocaleState } from 'react-admin';
import { dateFormat, formatLocale, numberFormat } from './intl.ts';

/** The locale that numbers, dates and names of countries are written in: `'en-GB'`. */
export function useFormatLocale(): string {
  const [language] = useLocaleState();
  return formatLocale(language, navigator.languages);
}

/**
 * Writes counts and ratios; money has `MoneyText`.
 *
 * @example
 * const number = useNumber();
 * number(12345); // 12,345
 * number(0.98, { style: 'percent' }); // 98%
 */
export function useNumber() {
  const locale = useFormatLocale();
  return useCallback(
    (value: number, options?: Intl.NumberFormatOptions) =>
      numberFormat(locale, options).format(value),
    [locale],
  );
}

/**
 * Writes instants; a calendar date needs `timeZone: 'UTC'`.
 *
 * @example
 * const date = useDate();
 * date('2026-01-31T10:00:00Z', { dateStyle: 'medium', timeStyle: 'short' });
 */
export function useDate() {
  const locale = useFormatLocale();
  return useCallback(
    (instant: string, options?: Intl.DateTimeFormatOptions) =>
      dateFormat(locale, options).format(new Date(instant)),
    [locale],
  );
}
