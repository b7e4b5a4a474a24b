import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyExample } from '../../admin/common/moneySigns.ts';
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
    // Both signs, or several of one, can be read in one way only.
    ['1.250,50', 'uk', '1250.5'],
    ['1.250.000', 'fr', '1250000'],
    ['1,250.50', 'de-CH', '1250.5'],
    // Four digits, or none of three, are no group.
    ['1234.567', 'uk', '1234.567'],
    ['12.5', 'uk', '12.5'],
    ['0.125', 'fr', '0.125'],
    ['0.125', 'de', '0.125'],
    ['0,125', 'de-CH', '0.125'],
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

  // A thousand times too much is worse than to ask.
  it.each([
    ['1.250', 'uk'],
    ['1.250', 'fr'],
    ['-12.500', 'pl'],
    ['1,250', 'de-CH'],
    ['999,999', 'de-CH'],
  ])('asks which of two amounts "%s" is in %s', (typed, locale) => {
    expect(parseMoney(typed, locale)).toEqual({ fault: 'ambiguous' });
  });

  it.each([
    ['100 50', 'uk'],
    ['1 2', 'en'],
    ['12 34 567', 'fr'],
    ['1250 000', 'uk'],
    ["1'25", 'de-CH'],
    ['1 250 ,50', 'uk'],
    ['1 250 1', 'uk'],
    ['1 250.000,5', 'uk'],
    ["1'250 000", 'de-CH'],
    ['1,250,5', 'en'],
    ['1,50,5000', 'en-IN'],
  ])('takes "%s" in %s for no grouping at all', (typed, locale) => {
    expect(parseMoney(typed, locale)).toEqual({ fault: 'not_number' });
  });

  it.each([
    ['en', /^1,250\.50$/],
    ['de', /^1\.250,50$/],
    ['uk', /^1\s250,50$/],
    ['de-CH', /^1['’]250\.50$/],
    ['en-IN', /^1,250\.50$/],
    // Elsewhere it has no group before ten thousand.
    ['es', /^1\.250,50$/],
  ])('gives an example that %s writes and reads', (locale, example) => {
    expect(moneyExample(locale)).toMatch(example);
    expect(parseMoney(moneyExample(locale), locale)).toEqual({ amount: '1250.5' });
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
      const format = new Intl.NumberFormat(locale, {
        maximumFractionDigits: 6,
        signDisplay: 'negative',
      });
      const amounts = fc
        .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), fc.nat({ max: 999_999 }))
        .map(
          ([minus, whole, millionths]) =>
            `${minus ? '-' : ''}${whole}.${String(millionths).padStart(6, '0')}`,
        );
      fc.assert(
        fc.property(amounts, (amount) => {
          const written = format.format(amount as Intl.StringNumericLiteral);
          expect(parseMoney(written, locale)).toEqual({ amount: plainMoney(amount) });
        }),
      );
    },
  );
});
