import type { Money } from '../../schema/money.ts';

/**
 * An amount as people of a language write it, to the last decimal that it has. It stays a string:
 * a JavaScript number would not hold it exactly.
 *
 * @example moneyText('-1250.500000', 'EUR', 'en-GB') // '−1,250.50 EUR'
 */
export function moneyText(amount: Money, currency: string, locale: string): string {
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
    // "-0" has no sign.
    signDisplay: 'negative',
  }).format(amount as Intl.StringNumericLiteral);
  return `${number.replace('-', '−')} ${currency}`;
}

/**
 * An instant on the client's own clock, with the zone that it is told in.
 *
 * @example instantText('2026-11-23T12:00:00Z', 'Europe/Kyiv', 'en-GB')
 * // '23 November 2026 at 14:00 (Europe/Kyiv)'
 */
export function instantText(instant: string, timeZone: string, locale: string): string {
  const written = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
  return `${written} (${timeZone})`;
}

/**
 * A name as one line of a mail: no line break can start a header or a paragraph of its own, and
 * no mark of writing direction can turn the words around it.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ').trim();
}
