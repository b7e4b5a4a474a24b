import { useState } from 'react';
import type { Export } from '../../schema/exports.ts';
import { secondsLeft, type Progress } from './timeLeft.ts';

/**
 * How many seconds an export still needs; null while that cannot be told. `at` is when this device
 * heard of its rows: the pace is that since the first time, because clocks of machines differ.
 *
 * @example const seconds = useSecondsLeft(running, at);
 */
export function useSecondsLeft({ id, rows, total }: Export, at: number): number | null {
  const now = { rows, at };
  const [seen, setSeen] = useState<Seen>({ id, first: now });
  if (seen.id !== id) setSeen({ id, first: now });
  return secondsLeft(seen.first, now, total);
}

interface Seen {
  id: string;
  first: Progress;
}
