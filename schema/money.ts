/**
 * An exact amount of money as a decimal string: up to 14 digits, a point, up to 6 decimals.
 * It always stands beside a `currency`. Arithmetic on it belongs to SQL (`numeric`), never to
 * JavaScript numbers; a lint rule holds that.
 *
 * @example '-1250.5', '0.035200'
 */
export type Money = string;

/** The sign of an amount, read from its digits: `moneySign('-0.00')` is 0. */
export function moneySign(amount: Money): -1 | 0 | 1 {
  if (!/[1-9]/.test(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}

/** An amount in its shortest spelling: `plainMoney('-05.50')` is `'-5.5'`. */
export function plainMoney(amount: Money): Money {
  const [, sign = '', whole = '', decimals = ''] =
    /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(amount) ?? [];
  if (whole === '') return amount;
  const plain = decimals === '' ? whole : `${whole}.${decimals}`;
  return plain === '0' ? plain : sign + plain;
}
