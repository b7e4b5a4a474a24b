import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyFault, parseMoney } from '../../admin/common/parseMoney.ts';
import { plainMoney } from '../../schema/money.ts';

describe('FIN-3 an amount as it is typed', () => {
  it.each([
    ['12.50', 'en', '12.5'],
    ['1,250.50', 'en', '1250.5'],
    ['12,50', 'en', '12.5'],
    ['1,250', 'en', '1250'],
    ['1.250', 'de', '1250'],
    ['1.250,50', 'de', '1250.5'],
    ['12.5', 'de', '12.5'],
    ['1 250,50', 'uk', '1250.5'],
    ['1\u00a0250,50', 'uk', '1250.5'],
    ['1\u202f250,5', 'fr', '1250.5'],
    ['1’250.50', 'de-CH', '1250.5'],
    ["1'250.50", 'de-CH', '1250.5'],
    ['12,50,000.25', 'en-IN', '1250000.25'],
    ['١٬٢٥٠٫٥', 'ar-EG', '1250.5'],
    ['.5', 'en', '0.5'],
    ['5.', 'en', '5'],
    [' 007 ', 'en', '7'],
    ['99999999999999.999999', 'en', '99999999999999.999999'],
    ['0.000001', 'en', '0.000001'],
    ['1.5000000', 'en', '1.5'],
  ])('reads "%s" in %s as %s', (typed, locale, amount) => {
    expect(parseMoney(typed, locale)).toEqual({ amount });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['abc', 'not_number'],
    ['1 EUR', 'not_number'],
    ['1.2.3', 'not_number'],
    ['1,2,3', 'not_number'],
    ['1e5', 'not_number'],
    ['NaN', 'not_number'],
    ['0x10', 'not_number'],
    ['--1', 'not_number'],
    ['.', 'not_number'],
    ['-', 'not_number'],
    ['123456789012345', 'too_long'],
    ['0.1234567', 'too_exact'],
  ])('says of "%s" that it is %s', (typed, fault) => {
    expect(parseMoney(typed, 'en')).toEqual({ fault });
  });

  it('refuses what an entry does not allow', () => {
    const fault = (typed: string, zero = false) => moneyFault(parseMoney(typed, 'en'), { zero });
    expect(fault('-5')).toBe('negative');
    expect(fault('−5')).toBe('negative');
    expect(fault('0.00')).toBe('zero');
    expect(fault('0', true)).toBeUndefined();
    expect(fault('x')).toBe('not_number');
    expect(fault('5')).toBeUndefined();
  });

  it.each(['en', 'de', 'uk', 'fr', 'de-CH', 'en-IN', 'pl', 'es', 'hi', 'ar-EG', 'ja'])(
    'reads back every amount that %s writes',
    (locale) => {
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
      const amounts = fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), fc.nat({ max: 999_999 }))
        .map(([whole, millionths]) => `${whole}.${String(millionths).padStart(6, '0')}`);
      fc.assert(
        fc.property(amounts, (amount) => {
          const written = format.format(amount as Intl.StringNumericLiteral);
          expect(parseMoney(written, locale)).toEqual({ amount: plainMoney(amount) });
        }),
      );
    },
  );
});
