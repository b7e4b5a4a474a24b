import { z } from 'zod';
import { clientId, instant, multilineText, nonNegativeMoney } from './fields.ts';
import { idempotencyKey } from './transactions.ts';

/** One change of a client's credit limit. It is not a transaction: no money moves. */
export const creditLimit = z.strictObject({
  /** `<clientId>-<number>` */
  id: z.string(),
  clientId,
  /** How far below zero the balance may go from then on. */
  amount: nonNegativeMoney,
  previousAmount: nonNegativeMoney,
  /** When it ends; from then on the last limit without an end holds again. */
  expiresAt: instant.nullable(),
  reason: z.string().nullable(),
  /** Whether the client was to be told. */
  notify: z.boolean(),
  setAt: instant,
  actor: z.string(),
});
export type CreditLimit = z.infer<typeof creditLimit>;

/** The body of a new limit; it replaces the one before. */
export const creditLimitCreate = z.strictObject({
  clientId,
  amount: nonNegativeMoney,
  notify: z.boolean().default(false),
  expiresAt: instant.nullish(),
  reason: multilineText(500).nullish(),
  idempotencyKey: idempotencyKey.optional(),
});
export type CreditLimitCreate = z.infer<typeof creditLimitCreate>;
