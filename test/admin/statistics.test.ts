import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EFFICIENCY_FORMAT, efficiencyOf } from '../../admin/statistics/efficiency.ts';
import { groupName, type GroupFacts, type GroupWords } from '../../admin/statistics/groupName.ts';
import { partsWidth } from '../../admin/statistics/partsWidth.ts';
import { firstSort, reportOf, REPORTS, totalFilter } from '../../admin/statistics/reports.ts';
import { GROUPINGS } from '../../schema/statistics.ts';

describe('STAT-1 the reports', () => {
  it('are all groupings but the total', () => {
    expect([...REPORTS, 'total']).toEqual(GROUPINGS);
  });

  it.each(REPORTS)('has a URL for %s', (groupBy) => {
    expect(reportOf(`?from=2026-01-01&groupBy=${groupBy}`)).toBe(groupBy);
  });

  it.each(['', '?groupBy=', '?groupBy=total', '?groupBy=constructor'])(
    'is the one by day for "%s"',
    (search) => {
      expect(reportOf(search)).toBe('day');
    },
  );

  it('lists days as they follow, and other groups by what was sent most', () => {
    expect(firstSort('day')).toEqual({ field: 'group', order: 'ASC' });
    expect(firstSort('country')).toEqual({ field: 'sentMessages', order: 'DESC' });
  });
});

describe('STAT-9 the Total row', () => {
  const filter = { clientId: 12, from: '2026-01-01', to: '2026-01-31' };

  it('asks the server for one row over the same period', () => {
    expect(totalFilter('operator', filter)).toEqual({ ...filter, groupBy: 'total' });
  });

  it('counts Viber only below the report that counts Viber only', () => {
    expect(totalFilter('viber_sender', filter)).toEqual({
      ...filter,
      groupBy: 'total',
      channel: 'viber',
    });
  });
});

describe('STAT-10 the efficiency', () => {
  const percent = new Intl.NumberFormat('en', EFFICIENCY_FORMAT);
  const shown = (deliveredParts: number, sentParts: number) =>
    percent.format(efficiencyOf({ deliveredParts, sentParts }) ?? Number.NaN);

  it('is none where nothing was sent', () => {
    expect(efficiencyOf({ deliveredParts: 0, sentParts: 0 })).toBeNull();
  });

  it('has one decimal, also where it is zero', () => {
    expect(shown(0, 7)).toBe('0.0%');
    expect(shown(2, 3)).toBe('66.7%');
    expect(shown(7, 7)).toBe('100.0%');
  });

  it('is rounded half up, where the nearest double lies below the half too', () => {
    expect(shown(1, 2000)).toBe('0.1%');
    expect(shown(2001, 4000)).toBe('50.0%');
    expect(shown(1001, 2000)).toBe('50.1%');
    expect(shown(333_350, 1_000_000)).toBe('33.3%');
    expect(shown(1005, 100_000)).toBe('1.0%');
    expect(shown(1050, 100_000)).toBe('1.1%');
  });

  it('is never further than half a tenth of a percent from the quotient', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(10 ** 9), (one, other) => {
        const [deliveredParts, sentParts] = [Math.min(one, other), Math.max(one, other, 1)];
        const efficiency = efficiencyOf({ deliveredParts, sentParts }) ?? Number.NaN;
        expect(Math.abs(efficiency - deliveredParts / sentParts)).toBeLessThan(0.000500001);
      }),
    );
  });
});

describe('STAT-9 the name of a group', () => {
  const words: GroupWords = {
    day: (day) => `<${day}>`,
    country: (code) => ({ UA: 'Україна', PL: 'Польща' })[code] ?? code,
    unknownCountry: 'Unknown country',
    unknownOperator: 'Unknown operator',
    operatorOf: (country, operator) => `${country} - ${operator}`,
  };
  const row = (facts: Partial<GroupFacts>): GroupFacts => ({
    group: 'Group',
    day: null,
    country: null,
    operator: null,
    sender: null,
    ...facts,
  });

  it('is written in the language of the screen', () => {
    expect(groupName('day', row({ day: '2026-01-31' }), words)).toBe('<2026-01-31>');
    expect(groupName('country', row({ country: 'UA' }), words)).toBe('Україна');
    expect(groupName('operator', row({ country: 'UA', operator: 'Kyivstar' }), words)).toBe(
      'Україна - Kyivstar',
    );
  });

  it('keeps senders as they were typed', () => {
    expect(groupName('sender', row({ sender: 'Shop & Co' }), words)).toBe('Shop & Co');
    expect(groupName('viber_sender', row({ sender: 'Крамниця' }), words)).toBe('Крамниця');
  });

  it('STAT-10 says so where the operator or the country is not known', () => {
    expect(groupName('operator', row({ country: 'PL' }), words)).toBe('Польща - Unknown operator');
    expect(groupName('operator', row({ country: 'ZZ' }), words)).toBe(
      'Unknown country - Unknown operator',
    );
    expect(groupName('country', row({ country: 'ZZ' }), words)).toBe('Unknown country');
  });
});

describe('STAT-9 the width of the parts', () => {
  it('is that of the widest number of the column, brackets included', () => {
    const rows = [
      { sentParts: 7, deliveredParts: 7 },
      { sentParts: 1456, deliveredParts: 1300 },
    ];
    expect(partsWidth(rows, (count) => count.toLocaleString('en'))).toBe('(1,456)'.length);
    expect(partsWidth([], String)).toBe('(0)'.length);
  });
});
