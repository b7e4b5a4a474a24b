import type { Client } from '../../schema/clients.ts';
import { UNKNOWN_COUNTRY } from '../../schema/countries.ts';

/**
 * Where a client is, and the language of its interface. Names are those of the reader's locale.
 *
 * @example
 * regionOf({ country: 'UA', region: null, city: 'Kyiv', language: 'uk' }, 'en')
 * // 'Ukraine, Kyiv / Ukrainian'
 */
export function regionOf({ country, region, city, language }: Place, locale: string): string {
  const name = country === UNKNOWN_COUNTRY ? null : nameOf('region', country, locale);
  const place = [name, region, city].filter(Boolean).join(', ');
  return [place, nameOf('language', language, locale)].filter(Boolean).join(' / ');
}

type Place = Pick<Client, 'country' | 'region' | 'city' | 'language'>;

function nameOf(type: 'region' | 'language', code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type, fallback: 'code' }).of(code) ?? code;
}
