import { moneySign, plainMoney, type Money } from '../../schema/money.ts';
import { moneySigns } from './moneySigns.ts';

/** What is wrong with an amount as it is typed. */
export type MoneyFault =
  'empty' | 'not_number' | 'ambiguous' | 'too_long' | 'too_exact' | 'negative' | 'zero';

export type ParsedMoney =
  { amount: Money; fault?: undefined } | { amount?: undefined; fault: MoneyFault };

/**
 * Reads an amount as people of a locale write it: with their decimal sign, their grouping and
 * their digits. The other decimal sign does too where it can be nothing else; where it could be a
 * thousand times as much, it is ambiguous. The digits stay digits: no float is made of them.
 *
 * @example
 * parseMoney('1 250,50', 'uk') // { amount: '1250.5' }
 * parseMoney('12.5', 'uk') // { amount: '12.5' }
 * parseMoney('1.250', 'uk') // { fault: 'ambiguous' }
 */
export function parseMoney(text: string, locale: string): ParsedMoney {
  const { decimal, groups, digits } = moneySigns(locale);
  const typed = [...text]
    .map((letter) => {
      const digit = digits.indexOf(letter);
      return digit >= 0 ? String(digit) : letter;
    })
    .join('')
    // Invisible marks of right-to-left text.
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim()
    .replace(/^[−–-]/, '-')
    .replace(/\s/g, ' ')
    .replace(/['’]/g, "'");
  if (typed === '') return { fault: 'empty' };
  const [, sign = '', rest = ''] = /^(-?)(.*)$/.exec(typed) ?? [];
  const unsigned = rest.replaceAll('٬', groups ?? ',').replaceAll('٫', decimal);
  if (groups !== other(decimal) && LOOKS_LIKE_THOUSANDS[other(decimal)].test(unsigned)) {
    return { fault: 'ambiguous' };
  }
  const read = SHAPES[decimal].exec(unsigned) ?? SHAPES[other(decimal)].exec(unsigned);
  const [, whole = '', decimals = ''] = read ?? [];
  if (!read || whole + decimals === '') return { fault: 'not_number' };
  const figures = whole.replace(/\D/g, '');
  if (figures.replace(/^0+/, '').length > 14) return { fault: 'too_long' };
  if (decimals.replace(/0+$/, '').length > 6) return { fault: 'too_exact' };
  return { amount: plainMoney(`${sign}${figures || '0'}.${decimals || '0'}`) };
}

/** What an entry does not allow of an amount that was read well. */
export function moneyFault(
  { amount, fault }: ParsedMoney,
  { zero = false }: { zero?: boolean } = {},
): MoneyFault | undefined {
  if (fault) return fault;
  const sign = moneySign(amount);
  if (sign < 0) return 'negative';
  return sign === 0 && !zero ? 'zero' : undefined;
}

const other = (decimal: '.' | ',') => (decimal === '.' ? ',' : '.');

/**
 * An amount by its decimal sign: the digits before it, alone or in groups of three (or of two, as
 * lakhs are) by one kind of sign, and the digits after it. No group begins with 0.
 */
const SHAPES = {
  '.': /^(\d*|[1-9]\d{0,2}(?:(?:,\d{2,3})*,\d{3}|(?: \d{3})+|(?:'\d{3})+))(?:\.(\d*))?$/,
  ',': /^(\d*|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+))(?:,(\d*))?$/,
};

/** "1.250" is 1250 to some, and one and a quarter to others. "0.125" is no thousands to anyone. */
const LOOKS_LIKE_THOUSANDS = { '.': /^[1-9]\d{0,2}\.\d{3}$/, ',': /^[1-9]\d{0,2},\d{3}$/ };
