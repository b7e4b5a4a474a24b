/** How far an export had come at an instant of this device's clock, in milliseconds. */
export interface Progress {
  rows: number;
  at: number;
}

/** Less says nothing yet: the first rows come slower or faster than the rest. */
const ENOUGH_MS = 1000;

/**
 * How many seconds are left until the last row, at the pace so far; null while that cannot be told.
 *
 * @example
 * secondsLeft({ rows: 0, at: 0 }, { rows: 2000, at: 4000 }, 5000) // 6
 */
export function secondsLeft(first: Progress, now: Progress, total: number): number | null {
  const rows = now.rows - first.rows;
  const passed = now.at - first.at;
  if (rows <= 0 || passed < ENOUGH_MS) return null;
  return Math.ceil(((Math.max(0, total - now.rows) / rows) * passed) / 1000);
}
