import { describe, expect, it } from 'vitest';
import type { NoticeAudience, NoticeKind } from '../../schema/notices.ts';
import { instantText, moneyText, oneLine } from '../../server/notices/format.ts';
import { writeNotice, type NoticeToWrite } from '../../server/notices/write-notice.ts';

const LOW = { balance: '-37.5', available: '12.500000', threshold: '20', currency: 'EUR' };
const LIMIT = {
  amount: '500.000000',
  previousAmount: '0.000000',
  expiresAt: null,
  available: '512.5',
  currency: 'EUR',
};

const notice = (
  kind: NoticeKind,
  parameters: object,
  rest: Partial<NoticeToWrite> = {},
): NoticeToWrite => ({
  clientId: 12,
  kind,
  audience: 'client',
  parameters,
  createdAt: '2026-11-23T22:30:00.123456Z',
  client: 'Acme',
  timeZone: 'Europe/Kyiv',
  ...rest,
});

const KINDS = [
  ['credit_limit', LIMIT],
  ['low_balance_warning', LOW],
  ['low_balance_critical', LOW],
] as const;

describe('the text of a notice', () => {
  it('FIN-2 tells a new credit limit, what is available and who knows more', () => {
    const { subject, text, language } = writeNotice(notice('credit_limit', LIMIT), 'en');
    expect(language).toBe('en');
    expect(subject).toBe('Your credit limit is now 500.00 EUR');
    expect(text).toMatch(
      /^On 24 November 2026 at 00:30 \(Europe\/Kyiv\) the credit limit of Acme was changed from 0\.00 EUR to 500\.00 EUR\.$/m,
    );
    expect(text).toContain('\nAvailable for sending: 512.50 EUR\n');
    expect(text).toContain('sending stops until you top up');
    expect(text).toContain('reply to this message');
    expect(text).toContain('account 12, Acme');
    expect(text).not.toContain('Valid until');
  });

  it('FIN-2 tells when a temporary limit ends and what holds then', () => {
    const parameters = { ...LIMIT, expiresAt: '2026-12-01T10:00:00+00:00' };
    const english = writeNotice(notice('credit_limit', parameters), 'en');
    expect(english.text).toContain('\nValid until: 1 December 2026 at 12:00 (Europe/Kyiv)\n');
    expect(english.text).toContain('set without an end applies again');
    const ukrainian = writeNotice(notice('credit_limit', parameters), 'uk');
    expect(ukrainian.text).toMatch(/Діє до: 1 грудня 2026 р\..* 12:00 \(Europe\/Kyiv\)\n/);
  });

  it('FIN-2 tells that a limit is gone and that nothing can be sent', () => {
    const parameters = { ...LIMIT, amount: '0', previousAmount: '500', available: '-3' };
    const { subject, text } = writeNotice(notice('credit_limit', parameters), 'en');
    expect(subject).toBe('Your credit limit has been removed');
    expect(text).toContain('from 500.00 EUR to 0.00 EUR');
    expect(text).toContain('Nothing is available: messages are not sent until you top up.');
  });

  it.each([
    ['low_balance_warning', '12.5', 'Your balance is low: 12.50 EUR available'],
    ['low_balance_critical', '1.2', 'Your balance is almost used up: 1.20 EUR available'],
    ['low_balance_critical', '0.000000', 'Your balance is used up: 0.00 EUR available'],
    ['low_balance_warning', '-3.1', 'Your balance is used up: −3.10 EUR available'],
  ] as const)('FIN-12 names a %s at %s', (kind, available, subject) => {
    expect(writeNotice(notice(kind, { ...LOW, available }), 'en').subject).toBe(subject);
  });

  it('FIN-12 writes Ukrainian to those whose language it is, English to all others', () => {
    for (const tag of ['uk', 'uk-UA', 'UK']) {
      const { subject, text, html, language } = writeNotice(
        notice('low_balance_warning', { ...LOW, available: '1234.5' }),
        tag,
      );
      expect(language).toBe('uk');
      expect(subject).toBe('На вашому рахунку мало коштів: доступно 1\u00a0234,50 EUR');
      expect(text).toMatch(
        /^24 листопада 2026 р\..* 00:30 \(Europe\/Kyiv\) сума, доступна «Acme»/m,
      );
      expect(text).toContain('\nБаланс: −37,50 EUR\n');
      expect(html).toContain('<html lang="uk">');
    }
    for (const tag of ['ru-UA', 'en', 'de', 'ukx', '']) {
      expect(writeNotice(notice('low_balance_warning', LOW), tag).language).toBe('en');
    }
  });

  it.each(KINDS)('says in %s to staff which client it is about', (kind, parameters) => {
    const staff = notice(kind, parameters, { audience: 'staff' });
    const english = writeNotice(staff, 'en');
    expect(english.subject).toMatch(/^Acme \(client 12\): /);
    expect(english.text).not.toMatch(/\byou\b|\byour\b/i);
    const ukrainian = writeNotice(staff, 'uk');
    expect(ukrainian.subject).toMatch(/^Acme \(клієнт 12\): /);
    expect(ukrainian.text).not.toMatch(/\b(ви|ваш\S*)\b/iu);
  });

  it.each(KINDS)('says in %s the same as text and as HTML', (kind, parameters) => {
    for (const audience of ['client', 'staff'] satisfies NoticeAudience[]) {
      for (const language of ['en', 'uk']) {
        const { text, html } = writeNotice(notice(kind, parameters, { audience }), language);
        const shown = html
          .replace(/<title>.*<\/title>/, '')
          .replace(/<\/td><td/g, '</td>:<td')
          .replace(/<[^>]*>/g, ' ')
          .replaceAll('&#39;', "'");
        const words = (all: string) => all.split(/[\s:]+/).filter(Boolean);
        expect(words(shown)).toEqual(words(text));
      }
    }
  });

  it('keeps every digit of an amount', () => {
    expect(moneyText('99999999999999.123456', 'EUR', 'en-GB')).toBe(
      '99,999,999,999,999.123456 EUR',
    );
    expect(moneyText('-99999999999999.000001', 'UAH', 'uk-UA')).toBe(
      '−99\u00a0999\u00a0999\u00a0999\u00a0999,000001 UAH',
    );
    expect(moneyText('0.035200', 'EUR', 'en-GB')).toBe('0.0352 EUR');
    expect(moneyText('-0.000000', 'EUR', 'en-GB')).toBe('0.00 EUR');
  });

  it('tells an instant on the clock of the client', () => {
    const instant = '2026-03-29T01:30:00Z';
    expect(instantText(instant, 'Europe/Kyiv', 'en-GB')).toBe(
      '29 March 2026 at 04:30 (Europe/Kyiv)',
    );
    expect(instantText(instant, 'America/New_York', 'en-GB')).toContain('28 March 2026 at 21:30');
  });

  it('escapes names in HTML and keeps them on one line everywhere', () => {
    const client = 'A<b>&"\'\r\nBcc: eve@evil.example\n\n\u2028\u202eEvil\u0000\t';
    for (const [kind, parameters] of KINDS) {
      const { subject, text, html } = writeNotice(
        notice(kind, parameters, { client, audience: 'staff' }),
        'en',
      );
      expect(subject).not.toMatch(/\p{Cc}|\p{Zl}|\p{Bidi_Control}/u);
      expect(subject).toContain(`A<b>&"' Bcc: eve@evil.example Evil (client 12)`);
      expect(text).not.toMatch(/^Bcc/m);
      expect(html).not.toContain('<b>');
      expect(html).toContain('A&lt;b&gt;&amp;&quot;&#39; Bcc');
    }
    expect(oneLine('  Café – ТОВ «Ромашка»  ')).toBe('Café – ТОВ «Ромашка»');
  });

  it.each([
    ['an amount that became a float', { ...LOW, available: 12.5 }, 'available'],
    ['an amount that is none', { ...LOW, balance: 'NaN' }, 'balance'],
    ['no currency', { ...LOW, currency: undefined }, 'currency'],
  ])('refuses to write from %s', (_what, parameters, field) => {
    expect(() => writeNotice(notice('low_balance_warning', parameters), 'en')).toThrow(field);
  });
});
