import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';

describe('the settings of mail', () => {
  it('are none by default', () => {
    const { SMTP_URL, MAIL_FROM, STAFF_EMAIL, STAFF_LANGUAGE } = readSettings({});
    expect([SMTP_URL, MAIL_FROM, STAFF_EMAIL]).toEqual([undefined, undefined, undefined]);
    expect(STAFF_LANGUAGE).toBe('en');
  });

  it('are taken as they are', () => {
    const mail = {
      SMTP_URL: 'smtps://user:p%40ss@mail.example:465?tls.rejectUnauthorized=true',
      MAIL_FROM: '"Acme, Inc." <billing@acme.example>',
      STAFF_EMAIL: 'staff@acme.example',
      STAFF_LANGUAGE: 'uk',
    };
    expect(readSettings(mail)).toMatchObject(mail);
  });

  it.each([
    [{ SMTP_URL: 'mail.example:25', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must look like smtp://'],
    [{ SMTP_URL: 'smtp://a b', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must look like smtp://'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM must be set as well when SMTP_URL is'],
    [{ MAIL_FROM: 'Acme' }, 'MAIL_FROM must be an e-mail address'],
    [{ MAIL_FROM: 'a@b.example, c@d.example' }, 'MAIL_FROM must be an e-mail address'],
    [{ STAFF_EMAIL: 'staff' }, 'STAFF_EMAIL must be an e-mail address'],
    [{ STAFF_LANGUAGE: 'xx' }, 'STAFF_LANGUAGE'],
  ])('refuses %j', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });
});
