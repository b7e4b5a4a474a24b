import { useCallback } from 'react';
import { useNumber } from '../common/useFormatters.ts';

/**
 * Writes a time that is left, coarse where it is long.
 *
 * @example
 * const duration = useDuration();
 * duration(42); // 42 seconds
 * duration(200); // 4 minutes
 */
export function useDuration() {
  const number = useNumber();
  return useCallback(
    (seconds: number) =>
      seconds < 60
        ? number(seconds, { style: 'unit', unit: 'second', unitDisplay: 'long' })
        : number(Math.ceil(seconds / 60), { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
    [number],
  );
}
