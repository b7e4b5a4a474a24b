/**
 * Reads the page number that someone typed.
 *
 * @example
 * readPage('7', 98); // { page: 7 }
 * readPage('99', 98); // { fault: 'beyond' }
 * readPage('x', 98); // { fault: 'notNumber' }
 */
export function readPage(typed: string, pages: number): { page: number } | { fault: PageFault } {
  const digits = typed.trim();
  if (!/^\d+$/.test(digits)) return { fault: 'notNumber' };
  const page = Number(digits);
  return page >= 1 && page <= pages ? { page } : { fault: 'beyond' };
}

/** Why a page number is refused. */
export type PageFault = 'notNumber' | 'beyond';

/** How many pages hold so many rows; an empty list has one: `pageCount(971, 10)` is 98. */
export function pageCount(total: number, perPage: number): number {
  return Math.max(1, Math.ceil(total / perPage));
}
