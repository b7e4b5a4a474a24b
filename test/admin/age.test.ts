import { describe, expect, it } from 'vitest';
import { ageOf } from '../../admin/common/age.ts';

describe('the age of an instant', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it.each([
    ['2026-11-24T12:05:00Z', { value: 0, unit: 'minute' }],
    ['2026-11-24T11:00:01Z', { value: 59, unit: 'minute' }],
    ['2026-11-24T11:00:00Z', { value: 1, unit: 'hour' }],
    ['2026-11-21T12:00:00Z', { value: 3, unit: 'day' }],
    ['2026-09-24T12:00:00Z', { value: 2, unit: 'month' }],
    ['2024-11-24T12:00:00Z', { value: 2, unit: 'year' }],
  ])('of %s is %o', (instant, age) => expect(ageOf(instant, now)).toEqual(age));
});
