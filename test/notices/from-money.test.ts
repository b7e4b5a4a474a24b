import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../schema/notices.ts';
import { smtpMail } from '../../server/mail/smtp.ts';
import { deliverNotices } from '../../server/notices/deliver.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

describe.each(HOSTS)('mails about money on %s', (host) => {
  let at: TestHost;
  let server: MailServer;
  beforeAll(async () => {
    at = await openHost(host, { staffCopies: true });
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  let keys = 0;
  const post = async (resource: string, body: object) => {
    const idempotencyKey = `mail-${(keys += 1)}`;
    const answer = await send(at.app, 'POST', `/api/${resource}`, { ...body, idempotencyKey });
    return answer.status;
  };
  const deliver = () =>
    deliverNotices(at.db, smtpMail({ url: server.url, from: 'billing@acme.example' }), {
      staffEmail: 'staff@acme.example',
    });
  const subjects = () => server.taken.map(({ subject }) => subject).sort();

  it('FIN-2 mails a new credit limit in the language of the client, if it is to be told', async () => {
    const { id } = await newClient(at.app, { email: 'ann@shop.example', language: 'uk' });
    expect(await post('credit_limits', { clientId: id, amount: '10' })).toBe(201);
    expect(await post('credit_limits', { clientId: id, amount: '150.25', notify: true })).toBe(201);
    expect(await deliver()).toMatchObject({ sent: 1, failed: 0 });
    const [mail] = server.taken;
    expect(mail?.subject).toBe('Ваш кредитний ліміт тепер 150,25 EUR');
    expect(mail?.text).toContain('змінено з 10,00 EUR на 150,25 EUR.');
    expect(mail?.text).toContain('Доступно для надсилання: 150,25 EUR');
    const { rows } = await list<Notice>(at.app, 'notices', { clientId: id });
    expect(rows).toMatchObject([{ kind: 'credit_limit', status: 'sent', subject: mail?.subject }]);
  });

  it('FIN-12 mails each threshold once as it is crossed, and staff a copy', async () => {
    const { id } = await newClient(at.app, {
      email: 'bob@shop.example',
      company: 'Acme',
      lowBalanceWarning: '50',
      lowBalanceCritical: '5',
    });
    const move = (kind: string, amount: string) =>
      post('transactions', { clientId: id, kind, amount, comment: 'as agreed' });
    await move('top_up', '100');
    await deliver();
    server.taken.length = 0;
    await move('fee', '-60.5');
    await move('fee', '-1');
    expect(await deliver()).toMatchObject({ sent: 2 });
    expect(subjects()).toEqual([
      `Acme (client ${id}): balance is low, 39.50 EUR available`,
      'Your balance is low: 39.50 EUR available',
    ]);
    expect(server.recipients.slice(-2).sort()).toEqual(['bob@shop.example', 'staff@acme.example']);
    server.taken.length = 0;
    await move('fee', '-34.000001');
    expect(await deliver()).toMatchObject({ sent: 2 });
    expect(subjects()).toContain('Your balance is almost used up: 4.499999 EUR available');
    expect(await deliver()).toMatchObject({ sent: 0 });
  });
});
