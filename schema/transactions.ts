import { z } from 'zod';
import { clientId, currency, instant, money, multilineText, text } from './fields.ts';
import { moneySign, type Money } from './money.ts';

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

/** The kinds that people and other systems post; charges and refunds come from messages only. */
export const POSTED_KINDS = ['top_up', 'bonus', 'fee', 'adjustment', 'reversal'] as const;

/**
 * The body of a POST. Money in is positive, money out negative; a reversal names a row and takes
 * back all of it. What takes money needs a reason. The key may come as the `Idempotency-Key`
 * header instead.
 */
export const transactionCreate = z
  .strictObject({
    clientId,
    kind: z.enum(POSTED_KINDS),
    amount: money.optional(),
    comment: multilineText(500).nullish(),
    reversesId: z
      .string()
      .regex(/^\d{1,15}-\d{1,15}$/, 'must be a transaction such as "12-7"')
      .optional(),
    idempotencyKey: idempotencyKey.optional(),
  })
  .refine(({ kind, amount }) => kind === 'reversal' || amount !== undefined, {
    path: ['amount'],
    error: 'is required',
    // Said together with all other faults.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .refine(({ kind, amount = '1' }) => !INCOMING.has(kind) || moneySign(amount) > 0, {
    path: ['amount'],
    error: 'must be greater than zero',
  })
  .refine(({ kind, amount = '-1' }) => kind !== 'fee' || moneySign(amount) < 0, {
    path: ['amount'],
    error: 'must be less than zero: a fee takes money',
  })
  .refine(({ amount = '1' }) => moneySign(amount) !== 0, {
    path: ['amount'],
    error: 'must not be zero',
  })
  .refine(({ kind, comment }) => INCOMING.has(kind) || Boolean(comment), {
    path: ['comment'],
    error: 'must say why',
  })
  .refine(({ kind, reversesId }) => kind !== 'reversal' || reversesId !== undefined, {
    path: ['reversesId'],
    error: 'is required',
  })
  .refine(({ kind, reversesId }) => kind === 'reversal' || reversesId === undefined, {
    path: ['reversesId'],
    error: 'belongs to a reversal only',
  })
  .refine(({ kind, amount }) => kind !== 'reversal' || amount === undefined, {
    path: ['amount'],
    error: 'must be left out: a reversal takes back the whole row',
  })
  .transform((body) => body as TransactionCreate);

const INCOMING: ReadonlySet<string> = new Set(['top_up', 'bonus']);

export type TransactionCreate = MovementCreate | ReversalCreate;

interface Keyed {
  clientId: number;
  idempotencyKey?: string | undefined;
}

export interface MovementCreate extends Keyed {
  kind: Exclude<(typeof POSTED_KINDS)[number], 'reversal'>;
  amount: Money;
  comment?: string | null | undefined;
}

export interface ReversalCreate extends Keyed {
  kind: 'reversal';
  reversesId: string;
  comment: string;
}
