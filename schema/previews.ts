import { z } from 'zod';
import { clientId, currency, instant, money, nonNegativeMoney } from './fields.ts';

/** What can be tried before it is done. */
export const PREVIEW_KINDS = [
  'top_up',
  'bonus',
  'fee',
  'adjustment',
  'reversal',
  'credit_limit',
] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

/** What an entry would come to. Nothing is written, and meanwhile things may change. */
export const preview = z.strictObject({
  /** Names client, kind and amount. */
  id: z.string(),
  clientId,
  currency,
  balance: money,
  creditLimit: nonNegativeMoney,
  available: money,
  balanceAfter: money,
  creditLimitAfter: nonNegativeMoney,
  availableAfter: money,
  /** Whether it would wait for a second person. */
  needsApproval: z.boolean(),
  /** Whether it would be refused, because it takes more than is available. */
  insufficient: z.boolean(),
  /** When the same kind and amount was last entered for this client, within two minutes. */
  repeatedAt: instant.nullable(),
});
export type Preview = z.infer<typeof preview>;
