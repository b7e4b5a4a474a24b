import { z } from 'zod';
import { calendarDate, clientId, currency, money, nonNegativeMoney } from './fields.ts';

/**
 * What a client's ledger comes to in a period: opening + debit - credit = closing. Days are the
 * client's; the closing of a day is the opening of the next.
 */
export const statement = z.strictObject({
  /** Names client, period and kinds, so that no two statements share an id. */
  id: z.string(),
  clientId,
  /** null: from the first row, to the newest. */
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  /** The balance before the first row of the period, and after the last, whatever their kind. */
  opening: money,
  closing: money,
  /** Money in and money out, of the kinds that were asked for. Both are positive. */
  debit: nonNegativeMoney,
  credit: nonNegativeMoney,
  /** How many rows they are. */
  transactions: z.int(),
  currency,
  timeZone: z.string(),
});
export type Statement = z.infer<typeof statement>;
