import { UNKNOWN_COUNTRY } from '../../schema/countries.ts';
import type { Statistic } from '../../schema/statistics.ts';
import type { ReportGrouping } from './reports.ts';

/** How to write the parts of a group's name in the admin's language. */
export interface GroupWords {
  day: (day: string) => string;
  /** The name of a country by its ISO code. */
  country: (code: string) => string;
  unknownCountry: string;
  unknownOperator: string;
  operatorOf: (country: string, operator: string) => string;
}

/**
 * What a row of a report is about, in the admin's language; the server's own label is English.
 *
 * @example
 * groupName('operator', { country: 'UA', operator: 'Kyivstar', … }, words) // 'Ukraine - Kyivstar'
 */
export function groupName(groupBy: ReportGrouping, row: GroupFacts, words: GroupWords): string {
  switch (groupBy) {
    case 'day':
      return row.day === null ? row.group : words.day(row.day);
    case 'operator':
      return words.operatorOf(
        countryName(row.country, words),
        row.operator ?? words.unknownOperator,
      );
    case 'country':
      return countryName(row.country, words);
    default:
      return row.sender ?? row.group;
  }
}

export type GroupFacts = Pick<Statistic, 'group' | 'day' | 'country' | 'operator' | 'sender'>;

function countryName(code: string | null, words: GroupWords): string {
  return code === null || code === UNKNOWN_COUNTRY ? words.unknownCountry : words.country(code);
}
