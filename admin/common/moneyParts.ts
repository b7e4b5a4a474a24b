import { moneySign } from '../../schema/money.ts';
import { numberFormat } from './intl.ts';

/** Decimals on screen: two for the eye, four because prices of a part have them, six as stored. */
const PRECISION = {
  minimumFractionDigits: 4,
  maximumFractionDigits: 6,
  // "-0" has no sign.
  signDisplay: 'negative',
} as const;

/**
 * An amount as it is written, cut where the zeros begin that only align the column. The amount
 * stays a string: a JavaScript number would not hold it exactly.
 *
 * @example moneyParts('-12.5', 'en') // { digits: '−12.50', zeros: '00', sign: -1 }
 */
export function moneyParts(amount: string, locale: string): MoneyParts {
  const format = numberFormat(locale, PRECISION);
  const written = format
    .formatToParts(amount as Intl.StringNumericLiteral)
    .map(({ type, value }) => (type === 'minusSign' ? '−' : value))
    .join('');
  const zero = numberFormat(locale).format(0);
  const digits = written.replace(new RegExp(`${zero}{0,2}$`), '');
  return { digits, zeros: written.slice(digits.length), sign: moneySign(amount) };
}

export interface MoneyParts {
  digits: string;
  zeros: string;
  sign: -1 | 0 | 1;
}
