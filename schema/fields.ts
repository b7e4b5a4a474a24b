import { z } from 'zod';

/** A line of text as people type it: trimmed, without control characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // Postgres cannot store NUL; other control characters break tables, files and mails.
    .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters');

/** Text of several lines: a comment, an address. */
export const multilineText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, 'must not contain control characters');

/** An instant with its offset, `2026-01-31T10:00:00Z`; kept and answered in UTC. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'must be an ISO 8601 instant with a zone such as "2026-01-31T10:00:00Z"',
});

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
