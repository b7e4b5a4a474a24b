import { describe, expect, it } from 'vitest';
import { moneyParts } from '../../admin/common/moneyParts.ts';

describe('moneyParts', () => {
  it.each([
    ['12.5', '12.50', '00', 1],
    ['12', '12.00', '00', 1],
    ['0.035', '0.035', '0', 1],
    ['0.035200', '0.0352', '', 1],
    ['0.000001', '0.000001', '', 1],
    ['0', '0.00', '00', 0],
    ['-0.00', '0.00', '00', 0],
    ['-1250.503400', '−1,250.5034', '', -1],
    ['100.000000', '100.00', '00', 1],
  ])('writes %s as %s and the quiet zeros "%s"', (amount, digits, zeros, sign) => {
    expect(moneyParts(amount, 'en')).toEqual({ digits, zeros, sign });
  });

  it('keeps every digit of an amount that no JavaScript number holds', () => {
    expect(moneyParts('-99999999999999.999999', 'en').digits).toBe('−99,999,999,999,999.999999');
    expect(moneyParts('90071992547409.930001', 'en').digits).toBe('90,071,992,547,409.930001');
  });

  it('writes in the way of the locale', () => {
    expect(moneyParts('1234567.5', 'de').digits).toBe('1.234.567,50');
    expect(moneyParts('12.5', 'ar-EG')).toMatchObject({ zeros: '٠٠', sign: 1 });
  });
});
