import type { Statistic } from '../../schema/statistics.ts';

/**
 * How many characters the widest "(parts)" of some rows takes, so that a column can align its two
 * numbers.
 *
 * @example
 * partsWidth([{ sentParts: 1456, deliveredParts: 12 }], String) // 6
 */
export function partsWidth(rows: readonly RowParts[], write: (count: number) => string): number {
  const widest = Math.max(0, ...rows.flatMap((row) => [row.sentParts, row.deliveredParts]));
  return write(widest).length + '()'.length;
}

export type RowParts = Pick<Statistic, 'sentParts' | 'deliveredParts'>;
