import { describe, expect, it } from 'vitest';
import { isUsable, periodFaults } from '../../admin/period/periodDraft.ts';
import { periodOf } from '../../admin/period/periodSearch.ts';
import { followed } from '../../admin/period/usePeriodDraft.ts';

describe('FIN-4, STAT-2 the two dates of a period', () => {
  it('accepts two dates in order, and one day on its own', () => {
    expect(periodFaults({ from: '2026-01-01', to: '2026-01-31' })).toEqual({});
    expect(periodFaults({ from: '2026-01-01', to: '2026-01-01' })).toEqual({});
  });

  it('tells the end that lies before the start', () => {
    expect(periodFaults({ from: '2026-02-01', to: '2026-01-31' })).toEqual({ to: 'before_start' });
  });

  it('tells what is missing at each field of its own', () => {
    expect(periodFaults({ from: '', to: '2026-01-31' })).toEqual({ from: 'incomplete' });
    expect(periodFaults({ from: '2026-01-31', to: '' })).toEqual({ to: 'incomplete' });
    expect(periodFaults({ from: '', to: '' })).toEqual({ from: 'incomplete', to: 'incomplete' });
  });

  it('refuses days that the calendar does not have', () => {
    expect(periodFaults({ from: '2026-02-29', to: '2026-03-01' })).toEqual({ from: 'incomplete' });
    expect(isUsable({ from: '2024-02-29', to: '2024-03-01' })).toBe(true);
  });

  it.each(['0002-05-01', '0202-05-01', '1999-12-31', '2100-01-01'])(
    'takes %s for a slip of the keyboard',
    (date) => {
      expect(periodFaults({ from: date, to: '2026-05-01' }).from).toBe('out_of_range');
    },
  );

  it('does not compare with a start that is wrong itself', () => {
    expect(periodFaults({ from: '2100-01-01', to: '2026-05-01' })).toEqual({
      from: 'out_of_range',
    });
  });
});

describe('a period in the URL', () => {
  it('is read from "from" and "to"', () => {
    expect(periodOf('?groupBy=day&from=2026-01-01&to=2026-01-31')).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
    });
  });

  it.each([
    '',
    '?from=2026-01-01',
    '?to=2026-01-01',
    '?from=2026-02-01&to=2026-01-01',
    '?from=x&to=y',
  ])('is none in "%s"', (search) => {
    expect(periodOf(search)).toBeNull();
  });
});

describe('FIN-4 the dates being typed while the period changes', () => {
  const shown = { from: '2026-01-01', to: '2026-01-31' };

  it('keep a second date that is half typed when the first takes effect', () => {
    const draft = { from: '2026-01-15', to: '' };
    const period = { from: '2026-01-15', to: '2026-01-31' };
    expect(followed({ shown, draft }, period)).toEqual({ shown: period, draft });
  });

  it('follow a period that comes from elsewhere', () => {
    const period = { from: '2025-01-01', to: '2025-12-31' };
    const draft = { from: '2026-01-15', to: '' };
    expect(followed({ shown, draft }, period)).toEqual({ shown: period, draft: period });
  });
});
