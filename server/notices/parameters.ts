import { z } from 'zod';
import { currency, instant, money, nonNegativeMoney } from '../../schema/fields.ts';
import type { CreditLimitNotice, LowBalanceNotice } from '../../schema/notices.ts';

/**
 * What a stored notice tells, checked before anything is written from it: an amount that had
 * become a JSON number would no longer be exact.
 */
export const creditLimitParameters: z.ZodType<CreditLimitNotice> = z.object({
  amount: nonNegativeMoney,
  previousAmount: nonNegativeMoney,
  expiresAt: instant.nullable(),
  available: money,
  currency,
});

export const lowBalanceParameters: z.ZodType<LowBalanceNotice> = z.object({
  balance: money,
  available: money,
  threshold: nonNegativeMoney,
  currency,
});
