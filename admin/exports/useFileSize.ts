import { useCallback } from 'react';
import { useNumber } from '../common/useFormatters.ts';

/**
 * Writes the size of a file.
 *
 * @example
 * const fileSize = useFileSize();
 * fileSize(12_345); // 12.3 kB
 */
export function useFileSize() {
  const number = useNumber();
  return useCallback(
    (bytes: number) =>
      bytes < 1_000_000
        ? number(bytes / 1000, { ...ONE_DECIMAL, unit: 'kilobyte' })
        : number(bytes / 1_000_000, { ...ONE_DECIMAL, unit: 'megabyte' }),
    [number],
  );
}

const ONE_DECIMAL = { style: 'unit', maximumFractionDigits: 1 } as const;
