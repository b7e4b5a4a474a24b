import { parse as parseArray } from 'postgres-array';

/**
 * One set of value types for both drivers, so that the same query answers the same JSON on
 * PostgreSQL and on PGlite: int8 and counts as numbers, numeric and dates as strings, instants as
 * ISO 8601 in UTC. What is not listed stays the text that Postgres sends.
 */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't' || text === 'true', // bool
  20: safeInteger, // int8
  21: Number, // int2
  23: Number, // int4
  700: Number, // float4
  701: Number, // float8
  114: (text) => JSON.parse(text) as unknown, // json
  3802: (text) => JSON.parse(text) as unknown, // jsonb
  1184: isoInstant, // timestamptz
  1009: (text) => parseArray(text), // text[]
};

/**
 * A parameter as the text that Postgres reads. Drivers differ in what they make of dates, arrays
 * and objects, and PGlite breaks when it meets a value of the wrong kind half way through a
 * statement; text is the same everywhere.
 */
export function toWire(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((value) => {
    const text = toWire(value);
    return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${text} is too large for a JavaScript number`);
  }
  return value;
}

/**
 * Postgres writes `2026-01-31 10:00:00.123456+00` when the session's zone is UTC. No digit is cut
 * off, or a filter by an instant that a record shows would not find it.
 */
function isoInstant(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (!match) return text;
  const [, date, time, fraction = ''] = match;
  return `${date}T${time}.${fraction.padEnd(3, '0')}Z`;
}
