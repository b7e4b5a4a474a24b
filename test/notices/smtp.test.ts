import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseMailbox } from '../../server/mail/mailbox.ts';
import { smtpMail, type SmtpTimeouts } from '../../server/mail/smtp.ts';
import { MailError, type MailMessage } from '../../server/notices/mail.ts';
import { startMailServer, type Fault, type MailServer } from './mail-server.ts';

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.stop());

const FROM = 'Acme SMS <billing@acme.example>';

const message = (rest: Partial<MailMessage> = {}): MailMessage => ({
  to: 'ann@shop.example',
  subject: 'Баланс: −1,00 EUR',
  text: 'Кошти\n.\nRest\n',
  html: '<p>Кошти</p>',
  messageId: randomUUID(),
  ...rest,
});

const mailTo = (url: string, timeouts: Partial<SmtpTimeouts> = {}) =>
  smtpMail({ url, from: FROM, timeouts });

/** For servers that do not answer. */
const HASTY = { answer: 1_000, message: 3_000 };

const faultOf = (error: unknown) => (error instanceof MailError ? error.fault : error);

describe('mail by SMTP', () => {
  it('hands over a message that arrives as it was written', async () => {
    const sent = message();
    await mailTo(server.url).send(sent);
    const [mail] = server.taken;
    expect(mail?.subject).toBe(sent.subject);
    expect(mail?.text).toBe(sent.text);
    expect(mail?.html).toContain(sent.html);
    expect(mail?.messageId).toBe(`<${sent.messageId}@acme.example>`);
    expect(mail?.from?.value).toEqual([{ name: 'Acme SMS', address: 'billing@acme.example' }]);
    expect(mail?.to).toMatchObject({ value: [{ address: 'ann@shop.example' }] });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it.each<[Fault, MailError['fault']]>([
    [{ at: 'connect', code: 421 }, 'unavailable'],
    [{ at: 'connect', code: 554 }, 'unavailable'],
    ['hang at connect', 'unavailable'],
    [{ at: 'mail', code: 451 }, 'unavailable'],
    [{ at: 'mail', code: 550 }, 'unavailable'],
    [{ at: 'rcpt', code: 421 }, 'deferred'],
    [{ at: 'rcpt', code: 450 }, 'deferred'],
    [{ at: 'rcpt', code: 451 }, 'deferred'],
    [{ at: 'rcpt', code: 550 }, 'refused'],
    [{ at: 'data', code: 421 }, 'deferred'],
    [{ at: 'data', code: 451 }, 'deferred'],
    [{ at: 'data', code: 552 }, 'refused'],
    [{ at: 'data', code: 554 }, 'refused'],
    ['drop after data', 'deferred'],
    ['hang after data', 'deferred'],
  ])('takes %j for %s', async (fault, expected) => {
    server.fault = () => fault;
    const hangs = typeof fault === 'string' && fault.startsWith('hang');
    const mail = mailTo(server.url, hangs ? HASTY : {});
    expect(await mail.send(message()).catch(faultOf)).toBe(expected);
  });

  it('tells staff what the server said', async () => {
    server.fault = () => ({ at: 'rcpt', code: 550 });
    await expect(mailTo(server.url).send(message())).rejects.toThrow('550 scripted at rcpt');
  });

  it('finds a server that is away unavailable, and one that is back again usable', async () => {
    const mail = mailTo(server.url);
    await server.stop();
    expect(await mail.send(message()).catch(faultOf)).toBe('unavailable');
    await server.start();
    await mail.send(message());
    expect(server.taken).toHaveLength(1);
  });

  it('finds a host that does not exist unavailable', async () => {
    const mail = mailTo('smtp://mail.invalid:25', { connect: 1_000 });
    expect(await mail.send(message()).catch(faultOf)).toBe('unavailable');
  });

  it.each([
    ['greets', ''],
    ['answers', '220 hello\r\n250-'],
  ])('gives up on a server that %s drop by drop', async (_what, begin) => {
    const slow = createServer((socket) => {
      socket.write(begin);
      const drip = setInterval(() => socket.write('2'), 50);
      socket.on('error', () => undefined).on('close', () => clearInterval(drip));
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const address = slow.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const begun = Date.now();
    const mail = mailTo(`smtp://127.0.0.1:${port}`, HASTY);
    expect(await mail.send(message()).catch(faultOf)).toBe('unavailable');
    expect(Date.now() - begun).toBeLessThan(10_000);
    slow.close();
  });

  it('lets nothing in a subject or an address become a header or another recipient', async () => {
    const mail = mailTo(server.url);
    await mail.send(message({ subject: 'Hi\r\nBcc: eve@evil.example\r\n\r\nEvil body' }));
    const [arrived] = server.taken;
    expect(arrived?.headers.has('bcc')).toBe(false);
    expect(arrived?.text).toBe(message().text);
    for (const to of [
      'a@b.example\r\nRCPT TO:<eve@evil.example>',
      'a@b.example, eve@evil.example',
    ]) {
      await mail.send(message({ to })).catch(() => undefined);
    }
    expect(server.recipients).not.toContain('eve@evil.example');
  });

  it('takes options from the URL and refuses a sender that is none', () => {
    expect(() => smtpMail({ url: server.url, from: 'Acme' })).toThrow('"Acme" is not');
    expect(parseMailbox('billing@acme.example')).toEqual({
      name: '',
      address: 'billing@acme.example',
    });
    expect(parseMailbox('"Acme, Inc." <billing@acme.example>')?.name).toBe('Acme, Inc.');
    for (const bad of [
      '',
      'Acme',
      'a@b.example, c@d.example',
      'a@b.example\r\nX: y',
      '<a b@c.d>',
    ]) {
      expect(parseMailbox(bad)).toBeNull();
    }
  });
});
