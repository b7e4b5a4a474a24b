import { describe, expect, it } from 'vitest';
import { adjustmentOf } from '../../admin/finance/entry/adjustment.ts';
import { newKey } from '../../admin/finance/entry/newKey.ts';
import { isReversible } from '../../admin/finance/ReverseDialog.tsx';
import { instantIn } from '../../schema/period.ts';

describe('entries', () => {
  it('gives an amount the sign that its kind and direction say', () => {
    const amount = (...args: [Parameters<typeof adjustmentOf>[1], boolean]) =>
      adjustmentOf(12, ...args, '5')?.amount;
    expect(amount('adjustment', false)).toBe('5');
    expect(amount('adjustment', true)).toBe('-5');
    expect(amount('bonus', true)).toBe('5');
    expect(amount('fee', false)).toBe('-5');
    expect(adjustmentOf(12, 'fee', false, undefined)).toBeUndefined();
  });

  it('FIN-8 offers the reversal of what can be reversed', () => {
    expect(isReversible({ kind: 'top_up', reversedById: null })).toBe(true);
    expect(isReversible({ kind: 'top_up', reversedById: '12-8' })).toBe(false);
    expect(isReversible({ kind: 'reversal', reversedById: null })).toBe(false);
    expect(isReversible({ kind: 'refund', reversedById: null })).toBe(false);
  });

  it('FIN-7 makes keys that differ', () => {
    const keys = Array.from({ length: 100 }, newKey);
    expect(new Set(keys).size).toBe(100);
    expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
  });

  it.each([
    ['Europe/Kyiv', '2026-01-31T09:00', '2026-01-31T07:00:00.000Z'],
    ['Europe/Kyiv', '2026-07-31T09:00', '2026-07-31T06:00:00.000Z'],
    // The day that clocks go forward and the one they go back.
    ['Europe/Kyiv', '2026-03-29T23:59', '2026-03-29T20:59:00.000Z'],
    ['Europe/Kyiv', '2026-10-25T00:30', '2026-10-24T21:30:00.000Z'],
    ['Europe/Kyiv', '2026-10-25T12:00', '2026-10-25T10:00:00.000Z'],
    ['America/New_York', '2026-11-01T23:59', '2026-11-02T04:59:00.000Z'],
    ['Asia/Kathmandu', '2026-12-31T23:59', '2026-12-31T18:14:00.000Z'],
    ['UTC', '2026-12-31T23:59', '2026-12-31T23:59:00.000Z'],
  ])('FIN-10 ends a limit by the clocks of %s: %s is %s', (zone, local, instant) => {
    expect(instantIn(zone, local).toISOString()).toBe(instant);
  });
});
