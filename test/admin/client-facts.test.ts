import { describe, expect, it } from 'vitest';
import { clientTitle } from '../../admin/clients/clientTitle.ts';
import { regionOf } from '../../admin/clients/region.ts';
import { webAddress } from '../../admin/clients/webAddress.ts';

describe('INFO-1 titles the page', () => {
  it('"ID / login / company"', () => {
    const client = { id: 12, login: '380501234567', company: 'Acme' };
    expect(clientTitle(client)).toBe('12 / 380501234567 / Acme');
  });

  it('leaves out a company that is not known', () => {
    expect(clientTitle({ id: 12, login: '380501234567', company: '' })).toBe('12 / 380501234567');
  });
});

describe('INFO-2 tells the region', () => {
  const kyiv = { country: 'UA', region: 'Kyiv Oblast', city: 'Kyiv', language: 'uk' };

  it('"country, region, city / interface language"', () => {
    expect(regionOf(kyiv, 'en')).toBe('Ukraine, Kyiv Oblast, Kyiv / Ukrainian');
  });

  it('in the language of the admin', () => {
    expect(regionOf(kyiv, 'de')).toBe('Ukraine, Kyiv Oblast, Kyiv / Ukrainisch');
  });

  it('without the parts that nobody knows', () => {
    const unknown = { country: 'ZZ', region: null, city: null, language: 'en' };
    expect(regionOf(unknown, 'en')).toBe('English');
    expect(regionOf({ ...unknown, city: 'Kyiv' }, 'en')).toBe('Kyiv / English');
  });

  it('shows a language that has no name as it is', () => {
    expect(regionOf({ ...kyiv, language: 'qzz' }, 'en')).toMatch(/ \/ qzz$/);
  });
});

describe('INFO-2 links the website', () => {
  it.each([
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['http://example.com', 'http://example.com/'],
    ['example.com', 'https://example.com/'],
    [' example.com:8080/x ', 'https://example.com:8080/x'],
    ['приклад.укр', 'https://xn--80aikifvh.xn--j1amh/'],
  ])('%s', (typed, address) => {
    expect(webAddress(typed)).toBe(address);
  });

  it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'ftp://x', 'a b', ''])(
    'not "%s"',
    (typed) => {
      expect(webAddress(typed)).toBeNull();
    },
  );
});
