import { moneySign, plainMoney, type Money } from '../../schema/money.ts';

/** What is wrong with an amount as it is typed. */
export type MoneyFault = 'empty' | 'not_number' | 'too_long' | 'too_exact' | 'negative' | 'zero';

export type ParsedMoney =
  { amount: Money; fault?: undefined } | { amount?: undefined; fault: MoneyFault };

/**
 * Reads an amount as people of a locale write it: with their decimal sign, their grouping and
 * their digits. Where a decimal sign can be nothing else, a point and a comma both do. The digits
 * stay digits: no float is made of them.
 *
 * @example
 * parseMoney('1 250,50', 'uk') // { amount: '1250.5' }
 * parseMoney('1.250,50', 'de') // { amount: '1250.5' }
 * parseMoney('12.5', 'de') // { amount: '12.5' }
 */
export function parseMoney(text: string, locale: string): ParsedMoney {
  const { decimal, digits } = signsOf(locale);
  const typed = [...text.trim()]
    .map((letter) => {
      const digit = digits.indexOf(letter);
      return digit >= 0 ? String(digit) : letter;
    })
    .join('')
    // Invisible marks of right-to-left text, then spaces and apostrophes between the digits.
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\s'’]/g, '')
    .replace(/^[−–-]/, '-');
  if (typed === '') return { fault: 'empty' };
  const plain = pointOnly(typed, decimal);
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!match || !/\d/.test(plain)) return { fault: 'not_number' };
  const [, sign = '', whole = '', decimals = ''] = match;
  if (whole.replace(/^0+/, '').length > 14) return { fault: 'too_long' };
  if (decimals.replace(/0+$/, '').length > 6) return { fault: 'too_exact' };
  return { amount: plainMoney(`${sign}${whole || '0'}.${decimals || '0'}`) };
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

/** Leaves a point as the decimal sign and no grouping; what cannot be read is left as it is. */
function pointOnly(typed: string, decimal: string): string {
  const group = decimal === ',' ? '.' : ',';
  const [last] = typed.match(/[.,٫٬](?=[^.,٫٬]*$)/) ?? [];
  if (last === undefined) return typed;
  const grouped = typed.replaceAll('٬', group).replaceAll('٫', decimal);
  // Thousands, or lakhs: "1,250,000", "12,50,000".
  const groups =
    group === ',' ? /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/ : /^-?\d{1,3}(\.\d{3})+(,\d*)?$/;
  if (groups.test(grouped)) return grouped.replaceAll(group, '').replace(decimal, '.');
  // One sign alone that groups nothing is a decimal one, whichever it is.
  return /^-?\d*[.,]\d*$/.test(grouped) ? grouped.replace(',', '.') : typed;
}

interface Signs {
  decimal: string;
  /** From 0 to 9. */
  digits: string[];
}

const known = new Map<string, Signs>();

function signsOf(locale: string): Signs {
  const found = known.get(locale);
  if (found) return found;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const digit = new Intl.NumberFormat(locale, { useGrouping: false });
  const signs = {
    decimal: parts.find(({ type }) => type === 'decimal')?.value === '.' ? '.' : ',',
    digits: Array.from({ length: 10 }, (_, value) => digit.format(value)),
  };
  known.set(locale, signs);
  return signs;
}
