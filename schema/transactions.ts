import { z } from 'zod';
import {
  clientId,
  currency,
  instant,
  money,
  multilineText,
  positiveMoney,
  text,
} from './fields.ts';

export const TRANSACTION_KINDS = [
  'top_up',
  'bonus',
  'charge',
  'refund',
  'reversal',
  'adjustment',
  'fee',
] as const;
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

/**
 * One row of a client's ledger. Rows are never changed or deleted; `seq` orders them and
 * `balanceAfter` of row n is `balanceAfter` of row n - 1 plus `amount` of row n.
 *
 * The screen follows the source page's column names, which are not an accountant's: "Credit" is
 * what a mailing cost, "Debit" is money put in.
 */
export const transaction = z.strictObject({
  /** `<clientId>-<seq>` */
  id: z.string(),
  clientId,
  seq: z.int().positive(),
  occurredAt: instant,
  kind: z.enum(TRANSACTION_KINDS),
  /** Signed: money in is positive, money out negative. */
  amount: money,
  /** What the row cost, as a positive amount; null when it brought money in. */
  credit: money.nullable(),
  /** What the row brought in; null when it cost money. */
  debit: money.nullable(),
  /** The row in one English line; screens translate it from kind, mailing and counts. */
  purpose: z.string(),
  comment: z.string().nullable(),
  balanceAfter: money,
  currency,
  /** The mailing that a charge paid for. */
  mailing: z.string().nullable(),
  /** How many messages and parts a charge paid for. */
  messages: z.int().nullable(),
  parts: z.int().nullable(),
  reversesId: z.string().nullable(),
  actor: z.string(),
});
export type Transaction = z.infer<typeof transaction>;

/** The key that makes a retry safe: the same key posts once, whatever happens in between. */
export const idempotencyKey = text(200).min(1);

/** The body of a top-up. The key may come as the `Idempotency-Key` header instead. */
export const topUp = z.strictObject({
  clientId,
  kind: z.literal('top_up'),
  amount: positiveMoney,
  comment: multilineText(500).nullish(),
  idempotencyKey: idempotencyKey.optional(),
});
export type TopUp = z.infer<typeof topUp>;
