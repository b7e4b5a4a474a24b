import { numberFormat } from './intl.ts';

/** How a locale writes amounts. */
export interface MoneySigns {
  decimal: '.' | ',';
  /** What stands between thousands; undefined: a space, an apostrophe or something else. */
  groups: '.' | ',' | undefined;
  /** From 0 to 9. */
  digits: readonly string[];
}

const known = new Map<string, MoneySigns>();

/** The signs of a locale: `moneySigns('de').decimal` is `','`. */
export function moneySigns(locale: string): MoneySigns {
  const found = known.get(locale);
  if (found) return found;
  // So long that every locale groups it.
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const written = (name: Intl.NumberFormatPartTypes) =>
    parts.find(({ type }) => type === name)?.value;
  const digit = new Intl.NumberFormat(locale, { useGrouping: false });
  const group = written('group');
  const signs: MoneySigns = {
    decimal: written('decimal') === '.' ? '.' : ',',
    groups: group === '.' || group === ',' ? group : group === '٬' ? '.' : undefined,
    digits: Array.from({ length: 10 }, (_, value) => digit.format(value)),
  };
  known.set(locale, signs);
  return signs;
}

/** An amount as the locale writes it, for messages: `moneyExample('de')` is `'1.250,50'`. */
export function moneyExample(locale: string): string {
  return numberFormat(locale, { useGrouping: 'always', minimumFractionDigits: 2 }).format(1250.5);
}
