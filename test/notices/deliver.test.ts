import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { smtpMail } from '../../server/mail/smtp.ts';
import { MAX_ATTEMPTS, retryDelay } from '../../server/notices/attempts.ts';
import { claimNotice } from '../../server/notices/claim.ts';
import { deliverNotices } from '../../server/notices/deliver.ts';
import type { Mail, MailMessage } from '../../server/notices/mail.ts';
import { markFailed, markSent, putOff, retryLater } from '../../server/notices/settle.ts';
import { existing } from '../../server/rest/existing.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { newClient } from '../support/requests.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { insertNotice, makeDue, stored } from './notice-rows.ts';

const STAFF = { staffEmail: 'staff@acme.example' };

describe.each(HOSTS)('notices on %s', (host) => {
  let at: TestHost;
  let server: MailServer;
  let mail: Mail;
  let client: Client;
  let clients = 0;
  /** Mail that waits so many milliseconds for an answer. */
  const mailWithin = (answer: number) =>
    smtpMail({
      url: server.url,
      from: 'Acme SMS <billing@acme.example>',
      timeouts: { connect: 5_000, answer, message: 20_000 },
    });
  const newRecipient = (profile: Partial<Client> = {}) =>
    newClient(at.app, { email: `client${(clients += 1)}@shop.example`, ...profile });

  beforeAll(async () => {
    at = await openHost(host);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    await at.db.deleteFrom('notices').execute();
    client = await newRecipient({ notificationEmail: 'notify@shop.example' });
    server = await startMailServer();
    mail = mailWithin(10_000);
    return () => server.stop();
  });

  it('FIN-12 sends the notice to the client in its language, and a copy to staff', async () => {
    const ukrainian = await newRecipient({ language: 'uk', company: 'ТОВ «Ромашка» <&>' });
    await insertNotice(at.db, ukrainian.id, { kind: 'low_balance_critical' });
    await insertNotice(at.db, ukrainian.id, { kind: 'low_balance_critical', audience: 'staff' });
    expect(await deliverNotices(at.db, mail, STAFF)).toEqual({
      sent: 2,
      deferred: 0,
      failed: 0,
      unavailable: null,
    });
    const to = (address: string) =>
      server.taken.find((one) => [one.to ?? []].flat()[0]?.value[0]?.address === address);
    const own = to(ukrainian.email ?? '');
    expect(own?.subject).toBe('На вашому рахунку кошти майже вичерпано: доступно 12,50 EUR');
    expect(own?.text).toContain('«ТОВ «Ромашка» <&>»');
    expect(own?.html).toContain('«ТОВ «Ромашка» &lt;&amp;&gt;»');
    const copy = to('staff@acme.example');
    expect(copy?.subject).toBe(
      `ТОВ «Ромашка» <&> (client ${ukrainian.id}): balance is almost used up, 12.50 EUR available`,
    );
    const rows = await stored(at.db);
    expect(rows).toMatchObject([
      { status: 'sent', recipient: ukrainian.email, language: 'uk', subject: own?.subject },
      { status: 'sent', recipient: 'staff@acme.example', language: 'en', subject: copy?.subject },
    ]);
    expect(rows[0]).toMatchObject({ attempts: 1, lastError: null, leaseUntil: null });
    expect(Date.parse(rows[0]?.sentAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('FIN-2 prefers the address for notices and takes the one of that moment', async () => {
    const parameters = {
      amount: '50',
      previousAmount: '0',
      expiresAt: null,
      available: '50',
      currency: 'EUR',
    };
    await insertNotice(at.db, client.id, { kind: 'credit_limit', parameters });
    await deliverNotices(at.db, mail);
    expect(await stored(at.db)).toMatchObject([
      {
        status: 'sent',
        recipient: 'notify@shop.example',
        subject: 'Your credit limit is now 50.00 EUR',
      },
    ]);
  });

  it('writes the staff copies in the language that the installation wants', async () => {
    await insertNotice(at.db, client.id, { audience: 'staff' });
    await deliverNotices(at.db, mail, { ...STAFF, staffLanguage: 'uk' });
    expect(server.taken[0]?.subject).toContain('мало коштів');
  });

  it('keeps the Message-ID over the retries of a notice', async () => {
    await insertNotice(at.db, client.id);
    server.fault = () => ({ at: 'data', code: 451 });
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 0, deferred: 1 });
    const [waiting] = await stored(at.db);
    expect(waiting).toMatchObject({ status: 'pending', attempts: 1, leaseUntil: null });
    expect(waiting?.lastError).toContain('451 scripted at data');
    // Two to four minutes, by the clock of the database.
    const wait = Date.parse(waiting?.nextAttemptAt ?? '') - Date.now();
    expect(wait).toBeGreaterThan(100_000);
    expect(wait).toBeLessThan(240_000);
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 0, deferred: 0 });

    server.fault = () => 'drop after data';
    await makeDue(at.db);
    await deliverNotices(at.db, mail);
    server.fault = () => undefined;
    await makeDue(at.db);
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 1 });
    const ids = server.arrived.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids)).toEqual(new Set([`<${waiting?.messageId}@acme.example>`]));
    expect(await stored(at.db)).toMatchObject([{ status: 'sent', attempts: 3, lastError: null }]);
  });

  it('stops at once at a permanent refusal and sends the others', async () => {
    const good = await newRecipient();
    const bad = await newRecipient({ email: 'nobody@shop.example' });
    await insertNotice(at.db, bad.id);
    await insertNotice(at.db, good.id);
    server.fault = (to) => (to === 'nobody@shop.example' ? { at: 'rcpt', code: 550 } : undefined);
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 1, failed: 1 });
    const [failed] = await stored(at.db);
    expect(failed).toMatchObject({ status: 'failed', attempts: 1, recipient: bad.email });
    expect(failed?.lastError).toContain('550 scripted at rcpt');
    expect(failed?.subject).toContain('balance is low');
  });

  it('gives up after the last attempt', async () => {
    await insertNotice(at.db, client.id);
    server.fault = () => ({ at: 'rcpt', code: 450 });
    for (let round = 1; round < MAX_ATTEMPTS; round += 1) {
      expect(await deliverNotices(at.db, mail)).toMatchObject({ deferred: 1, failed: 0 });
      await makeDue(at.db);
    }
    expect(await deliverNotices(at.db, mail)).toMatchObject({ deferred: 0, failed: 1 });
    expect(await stored(at.db)).toMatchObject([{ status: 'failed', attempts: MAX_ATTEMPTS }]);
    const total = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => retryDelay(n + 1, () => 0.5));
    const hours = total.reduce((sum, seconds) => sum + seconds, 0) / 3600;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(30);
    expect([retryDelay(1, () => 0), retryDelay(1, () => 1)]).toEqual([135, 225]);
  });

  it.each([
    ['the client has no address', 'client', 'The client has no e-mail address.'],
    [
      'the address for staff is not set',
      'staff',
      'STAFF_EMAIL, the address for copies, is not set.',
    ],
  ] as const)('fails plainly when %s', async (_when, audience, lastError) => {
    const nobody = await newClient(at.app);
    await insertNotice(at.db, nobody.id, { audience });
    await insertNotice(at.db, client.id);
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 1, failed: 1 });
    const [row] = await stored(at.db);
    expect(row).toMatchObject({ status: 'failed', recipient: null, lastError, leaseUntil: null });
  });

  it('lets no notice that cannot be written or sent stop the others', async () => {
    await insertNotice(at.db, client.id, { parameters: { available: 12.5 } });
    await insertNotice(at.db, (await newRecipient()).id);
    await insertNotice(at.db, client.id);
    const bad = await newRecipient();
    await at.db
      .updateTable('clients')
      .set({ email: 'a@b.example, eve@evil.example' })
      .where('clientId', '=', bad.id)
      .execute();
    await insertNotice(at.db, bad.id);
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 2, failed: 2 });
    const [unwritten, , , unaddressed] = await stored(at.db);
    expect(unwritten?.lastError).toMatch(/^The notice cannot be written: /);
    expect(unaddressed?.lastError).toBe('This is not an e-mail address.');
    expect(server.recipients).not.toContain('eve@evil.example');
  });

  it('does not wait for one that hangs to send the others', async () => {
    const slow = await newRecipient({ email: 'slow@shop.example' });
    await insertNotice(at.db, slow.id);
    for (let n = 0; n < 5; n += 1) await insertNotice(at.db, (await newRecipient()).id);
    server.fault = (to) => (to === 'slow@shop.example' ? 'hang after data' : undefined);
    const hasty = mailWithin(1_000);
    expect(await deliverNotices(at.db, hasty)).toMatchObject({ sent: 5, deferred: 1 });
    expect((await stored(at.db))[0]?.lastError).toContain('Timeout');
  });

  it('survives a mail that ends in an error of no known kind', async () => {
    await insertNotice(at.db, client.id);
    const broken: Mail = { send: () => Promise.reject(new TypeError('x\u0000\r\n'.repeat(400))) };
    expect(await deliverNotices(at.db, broken)).toMatchObject({ deferred: 1 });
    expect((await stored(at.db))[0]?.lastError).toMatch(/^x x [x ]{400,500}$/);
  });

  it('sends the notices of a client in their order, one at a time', async () => {
    const sent: string[] = [];
    let under = 0;
    const slow: Mail = {
      send: async ({ subject }) => {
        under += 1;
        expect(under).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        sent.push(subject);
        under -= 1;
      },
    };
    for (let n = 10; n < 20; n += 1) {
      const parameters = { balance: '0', available: `${n}`, threshold: '20', currency: 'EUR' };
      await insertNotice(at.db, client.id, { parameters });
    }
    expect(await deliverNotices(at.db, slow)).toMatchObject({ sent: 10 });
    expect(sent).toEqual([...sent].sort());
  });

  it('delivers each of 200 notices once with two workers', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => newRecipient()));
    for (let n = 0; n < 200; n += 1) await insertNotice(at.db, many[n % 20]?.id ?? 0);
    const rounds = await Promise.all([deliverNotices(at.db, mail), deliverNotices(at.db, mail)]);
    expect(rounds.map(({ sent }) => sent).reduce((sum, sent) => sum + sent)).toBe(200);
    for (const { sent } of rounds) expect(sent).toBeGreaterThan(0);
    const ids = server.taken.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
    const rows = await stored(at.db);
    expect(rows.every(({ status, attempts }) => status === 'sent' && attempts === 1)).toBe(true);
  });

  it('delivers 60 notices through faults of every kind', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => newRecipient()));
    for (let n = 0; n < 60; n += 1) await insertNotice(at.db, many[n % 20]?.id ?? 0);
    const faults = [
      undefined,
      undefined,
      { at: 'rcpt', code: 451 },
      { at: 'data', code: 421 },
      'drop after data',
    ] as const;
    let asked = 0;
    server.fault = (to) => (to ? faults[(asked += 1) % faults.length] : undefined);
    for (let round = 1; round < MAX_ATTEMPTS; round += 1) {
      await Promise.all([deliverNotices(at.db, mail), deliverNotices(at.db, mail)]);
      await makeDue(at.db);
    }
    server.fault = () => undefined;
    await deliverNotices(at.db, mail);
    expect((await stored(at.db)).filter(({ status }) => status !== 'sent')).toEqual([]);
    // What the server said it has taken, it was given once; what it dropped came again.
    const taken = server.taken.map(({ messageId }) => messageId);
    expect(taken).toHaveLength(60);
    expect(new Set(taken).size).toBe(60);
    expect(server.arrived.length).toBeGreaterThan(60);
  });

  it('takes over the notice of a worker that died, when its lease ends', async () => {
    await insertNotice(at.db, client.id);
    await insertNotice(at.db, client.id);
    const dead = await claimNotice(at.db);
    expect(dead).toMatchObject({ attempts: 1, clientId: client.id });
    // The next one of the same client waits for it.
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 0 });
    expect((await stored(at.db))[0]).toMatchObject({ status: 'sending' });
    await makeDue(at.db);
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 2 });
    expect((await stored(at.db))[0]).toMatchObject({ status: 'sent', attempts: 2 });
  });

  // PGlite has one connection, so nobody can hold a lock beside it.
  it.runIf(host === 'PostgreSQL')('waits for no lock that another worker holds', async () => {
    const first = await insertNotice(at.db, client.id);
    const second = await insertNotice(at.db, (await newRecipient()).id);
    await at.db.transaction().execute(async (trx) => {
      expect(await claimNotice(trx)).toMatchObject({ noticeId: first });
      expect(await claimNotice(at.db)).toMatchObject({ noticeId: second });
      expect(await claimNotice(at.db)).toBeUndefined();
    });
  });

  it('gives up a notice whose workers die every time', async () => {
    await insertNotice(at.db, client.id);
    for (let n = 0; n < MAX_ATTEMPTS; n += 1) {
      await claimNotice(at.db);
      await makeDue(at.db);
    }
    expect(await deliverNotices(at.db, mail)).toMatchObject({ failed: 1, sent: 0 });
    expect((await stored(at.db))[0]?.lastError).toBe('The last attempt did not come to an end.');
  });

  it('believes a late worker that says it has sent, not one that says it has failed', async () => {
    await insertNotice(at.db, client.id);
    const claimAgain = async () => {
      const claim = existing(await claimNotice(at.db));
      await makeDue(at.db);
      return claim;
    };
    const late = await claimAgain();
    const second = await claimAgain();
    const letter = { recipient: 'a@b.example', language: 'en', subject: 'Low', text: '', html: '' };
    await markFailed(at.db, late, letter, '550 no');
    await retryLater(at.db, late, letter, '451 later', 100);
    await putOff(at.db, late, letter, 'gone');
    expect(await stored(at.db)).toMatchObject([
      { status: 'sending', attempts: 2, lastError: null },
    ]);
    await markFailed(at.db, second, letter, '550 no');
    expect(await stored(at.db)).toMatchObject([{ status: 'failed', lastError: '550 no' }]);
    await markSent(at.db, late, letter);
    await markFailed(at.db, second, letter, '550 no');
    expect(await stored(at.db)).toMatchObject([
      { status: 'sent', recipient: 'a@b.example', subject: 'Low', lastError: null },
    ]);
    expect(await claimNotice(at.db)).toBeUndefined();
  });

  it('waits for a mail server that is away, loses nothing and drains when it is back', async () => {
    const many = await Promise.all(Array.from({ length: 10 }, () => newRecipient()));
    for (let n = 0; n < 50; n += 1) await insertNotice(at.db, many[n % 10]?.id ?? 0);
    await server.stop();
    for (let round = 0; round < MAX_ATTEMPTS + 5; round += 1) {
      const { unavailable, ...counts } = await deliverNotices(at.db, mail);
      expect(unavailable).toContain('ECONNREFUSED');
      expect(counts).toEqual({ sent: 0, deferred: 0, failed: 0 });
      // Everything waits a minute, with the reason on it.
      expect(await deliverNotices(at.db, mail)).toMatchObject({ unavailable: null, sent: 0 });
      const rows = await stored(at.db);
      expect(
        rows.every(
          ({ status, attempts, lastError }) =>
            status === 'pending' && attempts === 0 && lastError?.includes('ECONNREFUSED'),
        ),
      ).toBe(true);
      await makeDue(at.db);
    }
    await server.start();
    expect(await deliverNotices(at.db, mail)).toMatchObject({ sent: 50, unavailable: null });
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(50);
  });

  it('asks a server that takes no mail at all only once a minute', async () => {
    for (let n = 0; n < 20; n += 1) await insertNotice(at.db, (await newRecipient()).id);
    server.fault = () => ({ at: 'mail', code: 550 });
    expect((await deliverNotices(at.db, mail)).unavailable).toContain('550 scripted at mail');
    const before = server.connections();
    expect(before).toBeLessThanOrEqual(4);
    for (let round = 0; round < 5; round += 1) await deliverNotices(at.db, mail);
    expect(server.connections()).toBe(before);
  });

  it('sends outside of any transaction', async () => {
    await insertNotice(at.db, client.id);
    const asking: Mail = {
      // PGlite has one connection: a transaction around this would wait for itself.
      send: async () => {
        expect((await stored(at.db))[0]).toMatchObject({ status: 'sending', attempts: 1 });
      },
    };
    expect(await deliverNotices(at.db, asking)).toMatchObject({ sent: 1 });
  });

  it('finishes what is under way when it is told to stop, and begins nothing', async () => {
    for (let n = 0; n < 20; n += 1) await insertNotice(at.db, (await newRecipient()).id);
    const stop = new AbortController();
    const sent: MailMessage[] = [];
    const stopping: Mail = {
      send: async (message) => {
        sent.push(message);
        stop.abort();
      },
    };
    const round = await deliverNotices(at.db, stopping, { signal: stop.signal });
    expect(round.sent).toBe(sent.length);
    expect(sent.length).toBeLessThanOrEqual(4);
    const left = (await stored(at.db)).filter(({ status }) => status === 'pending');
    expect(left).toHaveLength(20 - sent.length);
  });
});
