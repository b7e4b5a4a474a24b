import { describe, expect, it } from 'vitest';
import { listIn, withParams } from '../../admin/common/searchParams.ts';

describe('a query string', () => {
  it('leaves the other parameters as they were', () => {
    expect(
      withParams('?groupBy=country&from=2020-01-01', { from: '2026-01-01', to: '2026-01-31' }),
    ).toBe('?groupBy=country&from=2026-01-01&to=2026-01-31');
    expect(withParams('', { groupBy: 'day' })).toBe('?groupBy=day');
    expect(withParams('?q=a%26b', { from: '2026-01-01' })).toBe('?q=a%26b&from=2026-01-01');
    expect(withParams('?view=messages&page=2', { view: null })).toBe('?page=2');
    expect(withParams('?kind=fee', { kind: null })).toBe('');
    expect(withParams('', { kind: 'fee,bonus' })).toBe('?kind=fee,bonus');
  });

  it('lists words of a few known ones, in their own order', () => {
    const known = ['charge', 'refund', 'fee'];
    expect(listIn('?kind=fee,charge&from=x', 'kind', known)).toEqual(['charge', 'fee']);
    expect(listIn('?kind=drop%20table,fee', 'kind', known)).toEqual(['fee']);
    expect(listIn('?kind=', 'kind', known)).toEqual([]);
    expect(listIn('', 'kind', known)).toEqual([]);
  });
});
