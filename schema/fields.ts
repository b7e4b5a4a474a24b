import { z } from 'zod';

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

/** ISO 3166-1 alpha-2; `ZZ` stands for a country that nobody could tell. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as "UA"');

export const UNKNOWN_COUNTRY = 'ZZ';

/** For `z.preprocess`: the body without the keys that only the server sets. */
export const without = (keys: readonly string[]) => (body: unknown) =>
  body !== null && typeof body === 'object' && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)))
    : body;
