import { z } from 'zod';
import { moneySign } from './money.ts';
import { isCalendarDate } from './period.ts';

const PRINTABLE = 'must not contain control characters or half characters';

/** A line of text as people type it: trimmed, without control characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // Postgres cannot store NUL, and half of a surrogate pair would silently become another
    // character; other control characters break tables, files and mails.
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, PRINTABLE);

/** Text of several lines: a comment, an address. */
export const multilineText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, PRINTABLE);

const INSTANT = 'must be an ISO 8601 instant with a zone such as "2026-01-31T10:00:00Z"';

/** An instant with its offset, `2026-01-31T10:00:00Z`; kept and answered in UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: INSTANT, abort: true })
  .refine(isStorable, INSTANT);

/** Postgres knows offsets up to 15:59, and answers have years of four digits. */
function isStorable(text: string): boolean {
  const time = Date.parse(text);
  return (
    time >= Date.parse('0001-01-01T00:00:00Z') &&
    time <= Date.parse('9999-12-31T23:59:59.999Z') &&
    /^.{16,19}(\.\d{1,9})?(Z|[+-](0\d|1[0-5]):\d\d)$/.test(text)
  );
}

/** A client's number as it stands in JSON. */
export const clientId = z
  .int('must be the number of a client')
  .positive('must be the number of a client');

/** Any amount of money, also negative: `money.parse('-12.50')`. */
export const money = z.string().regex(/^-?\d{1,14}(\.\d{1,6})?$/, {
  error: 'must be a decimal string such as "12.50": at most 14 digits and 6 decimals',
  abort: true,
});

/** An amount of zero or more: a credit limit, a cost. */
export const nonNegativeMoney = money.refine((amount) => moneySign(amount) >= 0, {
  error: 'must not be negative',
});

/** An amount above zero: a top-up. */
export const positiveMoney = money.refine((amount) => moneySign(amount) > 0, {
  error: 'must be greater than zero',
});

/** The price of one message part: small enough that a full batch of them can be stored. */
export const unitPrice = nonNegativeMoney.refine((price) => /^-?\d{1,6}(\.|$)/.test(price), {
  error: 'must have at most 6 digits before the point',
});

/** An ISO 4217 currency code: `EUR`. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as "EUR"');

export const calendarDate = z.string().refine(isCalendarDate, {
  error: 'must be a calendar date such as "2026-01-31"',
});

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

/** ISO 3166-1 alpha-2; `ZZ` stands for a country that nobody could tell. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as "UA"');

/** For `z.preprocess`: the body without the keys that only the server sets. */
export const without = (keys: readonly string[]) => (body: unknown) =>
  body !== null && typeof body === 'object' && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)))
    : body;
