/**
 * The locale to format with: react-admin's language in the region of the browser, because "en"
 * alone would give everyone American dates.
 *
 * @example formatLocale('en', ['en-GB', 'fr']) // 'en-GB'
 */
export function formatLocale(language: string, preferred: readonly string[]): string {
  const wanted = language.replaceAll('_', '-').toLowerCase();
  const regional = preferred.find((locale) => locale.toLowerCase().startsWith(`${wanted}-`));
  return [regional, wanted].find((locale) => locale && isLanguageTag(locale)) ?? 'en';
}

/** Browsers may name locales that no formatter takes, such as "en-US@posix". */
function isLanguageTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `new Intl.NumberFormat`, made once for each locale and options: tables ask for it in each cell. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}) {
  return cached(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** `new Intl.DateTimeFormat`, made once for each locale and options. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions = {}) {
  return cached(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

function cached<Format>(
  formats: Map<string, Format>,
  locale: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
