import { describe, expect, it } from 'vitest';
import { dateFormat, formatLocale, numberFormat } from '../../admin/common/intl.ts';

describe('formatLocale', () => {
  it('takes the region from the browser when the language is the same', () => {
    expect(formatLocale('en', ['uk-UA', 'en-GB', 'en-US'])).toBe('en-GB');
  });

  it('stays with the language alone when the browser speaks others', () => {
    expect(formatLocale('uk', ['en-GB'])).toBe('uk');
    expect(formatLocale('fi', ['fil-PH'])).toBe('fi');
  });

  it('reads the locales of react-admin that are not written as Intl wants them', () => {
    expect(Intl.getCanonicalLocales(formatLocale('pt_BR', []))).toEqual(['pt-BR']);
  });
});

describe('the formats', () => {
  it('are made once for each locale and options', () => {
    expect(numberFormat('en')).toBe(numberFormat('en', {}));
    expect(numberFormat('en')).not.toBe(numberFormat('de'));
    expect(dateFormat('en', { dateStyle: 'short' })).not.toBe(dateFormat('en'));
  });
});
