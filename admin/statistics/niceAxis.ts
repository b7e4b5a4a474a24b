/** Where a vertical axis of counts ends, and into how many equal steps it is cut. */
export interface CountAxis {
  max: number;
  tickAmount: number;
}

/**
 * An axis from zero in round whole steps, at most five, that holds a largest count.
 *
 * @example
 * niceAxis(1234) // { max: 1500, tickAmount: 3 }
 * niceAxis(2) // { max: 2, tickAmount: 2 }
 */
export function niceAxis(largest: number): CountAxis {
  const atLeast = Math.max(largest, 1) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(atLeast));
  const rounded = [1, 2, 5, 10].find((step) => step * magnitude >= atLeast) ?? 10;
  // Half a message does not exist.
  const step = Math.max(1, rounded * magnitude);
  const tickAmount = Math.max(1, Math.ceil(largest / step));
  return { max: step * tickAmount, tickAmount };
}
