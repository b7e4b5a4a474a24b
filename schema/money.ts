import { z } from 'zod';

/**
 * An exact amount of money as a decimal string: up to 14 digits, a point, up to 6 decimals.
 * It always stands beside a `currency`. Arithmetic on it belongs to SQL (`numeric`), never to
 * JavaScript numbers; a lint rule holds that.
 *
 * @example '-1250.5', '0.035200'
 */
export type Money = string;

/** Decimals that the database stores. */
export const MONEY_SCALE = 6;

const DECIMAL = /^-?\d{1,14}(\.\d{1,6})?$/;

/** Any amount, also negative: `money.parse('-12.50')`. */
export const money = z.string().regex(DECIMAL, {
  error: 'must be a decimal string such as "12.50": at most 14 digits and 6 decimals',
  abort: true,
});

/** An amount of zero or more: a credit limit, a cost. */
export const nonNegativeMoney = money.refine((amount) => moneySign(amount) >= 0, {
  error: 'must not be negative',
});

/** The price of one message part: small enough that a full batch of them can be stored. */
export const unitPrice = nonNegativeMoney.refine((price) => /^-?\d{1,6}(\.|$)/.test(price), {
  error: 'must have at most 6 digits before the point',
});

/** An amount above zero: a top-up. */
export const positiveMoney = money.refine((amount) => moneySign(amount) > 0, {
  error: 'must be greater than zero',
});

/** The sign of an amount, read from its digits: `moneySign('-0.00')` is 0. */
export function moneySign(amount: Money): -1 | 0 | 1 {
  if (!/[1-9]/.test(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}

/** An ISO 4217 currency code: `EUR`. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as "EUR"');
