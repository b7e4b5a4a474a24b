import type { Statistic } from '../../schema/statistics.ts';

/**
 * The share of parts delivered, rounded half up to a tenth of a percent; null when nothing was
 * sent. It is worked out from the counts in whole numbers: the nearest double of a quotient such as
 * 0.0005 can lie just below the half and would be rounded down.
 *
 * @example
 * efficiencyOf({ deliveredParts: 2, sentParts: 3 }) // 0.667
 */
export function efficiencyOf({ deliveredParts, sentParts }: PartCounts): number | null {
  if (sentParts === 0) return null;
  const tenthsOfPercent = Math.floor((2000 * deliveredParts + sentParts) / (2 * sentParts));
  return tenthsOfPercent / 1000;
}

export type PartCounts = Pick<Statistic, 'deliveredParts' | 'sentParts'>;

/** One decimal, always: 96.0%. */
export const EFFICIENCY_FORMAT = {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
} as const satisfies Intl.NumberFormatOptions;
