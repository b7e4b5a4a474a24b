import { z } from 'zod';
import {
  clientId,
  currency,
  instant,
  money,
  multilineText,
  negativeMoney,
  nonZeroMoney,
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
  /** How many messages and parts a charge paid for, or a refund gave back. */
  messages: z.int().nullable(),
  parts: z.int().nullable(),
  /** The row that this one reverses, or the charge that it refunds. */
  reversesId: z.string().nullable(),
  /** The row that reverses this one. */
  reversedById: z.string().nullable(),
  actor: z.string(),
});
export type Transaction = z.infer<typeof transaction>;

/** The key that makes a retry safe: the same key posts once, whatever happens in between. */
export const idempotencyKey = text(200).min(1);

const comment = multilineText(500);
const reason = comment.min(1, 'must say why');

const request = { clientId, idempotencyKey: idempotencyKey.optional() };

/**
 * The body of a POST: a movement that a person or another system makes. Charges and refunds come
 * from messages only. The key may come as the `Idempotency-Key` header instead.
 */
export const transactionCreate = z.discriminatedUnion('kind', [
  z.strictObject({
    ...request,
    kind: z.enum(['top_up', 'bonus']),
    amount: positiveMoney,
    comment: comment.nullish(),
  }),
  z.strictObject({ ...request, kind: z.literal('fee'), amount: negativeMoney, comment: reason }),
  z.strictObject({
    ...request,
    kind: z.literal('adjustment'),
    amount: nonZeroMoney,
    comment: reason,
  }),
  z.strictObject({
    ...request,
    kind: z.literal('reversal'),
    /** The row to take back, whole: `12-7`. */
    reversesId: z.string().regex(/^\d{1,15}-\d{1,15}$/, 'must be a transaction such as "12-7"'),
    comment: reason,
  }),
]);
export type TransactionCreate = z.infer<typeof transactionCreate>;
