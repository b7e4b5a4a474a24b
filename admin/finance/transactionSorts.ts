import type { SortPayload } from 'react-admin';

/** The order of a ledger: by number, because two rows can share a second. */
export const NEWEST_FIRST = { field: 'seq', order: 'DESC' } as const satisfies SortPayload;

/** Money out is negative, so the most negative amount is the largest credit. */
export const LARGEST_CREDIT_FIRST = {
  field: 'amount',
  order: 'ASC',
} as const satisfies SortPayload;

/** Money in is positive. */
export const LARGEST_DEBIT_FIRST = {
  field: 'amount',
  order: 'DESC',
} as const satisfies SortPayload;

/** Whether a list is in this order: `isSortedBy(LARGEST_DEBIT_FIRST, list.sort)`. */
export function isSortedBy(wanted: SortPayload, sort: SortPayload): boolean {
  return sort.field === wanted.field && sort.order === wanted.order;
}
