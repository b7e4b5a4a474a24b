/** How long ago something was, in the largest unit that it fills: to be written in any language. */
export interface Age {
  value: number;
  unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const MINUTE = 60_000;

const UNITS = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
] as const;

/**
 * The age of an instant. What lies ahead, by a clock that runs late, is new.
 *
 * @example
 * ageOf('2026-01-01T00:00:00Z', Date.parse('2026-01-03T12:00:00Z')) // { value: 2, unit: 'day' }
 */
export function ageOf(instant: string, now: number): Age {
  const passed = Math.max(0, now - Date.parse(instant));
  const [unit, length] = UNITS.find(([, size]) => passed >= size) ?? (['minute', MINUTE] as const);
  return { value: Math.floor(passed / length), unit };
}
