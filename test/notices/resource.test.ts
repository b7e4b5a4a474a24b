import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../schema/audit.ts';
import type { Client } from '../../schema/clients.ts';
import { notice, type Notice } from '../../schema/notices.ts';
import type { Role } from '../../schema/roles.ts';
import { deliverNotices } from '../../server/notices/deliver.ts';
import { MailError, type Mail } from '../../server/notices/mail.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { insertNotice, LOW, makeDue } from './notice-rows.ts';

const works: Mail = { send: async () => undefined };
const refuses: Mail = { send: () => Promise.reject(new MailError('refused', '550 no mailbox')) };

describe.each(HOSTS)('/api/notices on %s', (host) => {
  let at: TestHost;
  let role: Role = 'admin';
  let client: Client;
  let other: Client;
  let ids: { sent: string; failed: string; pending: string };

  beforeAll(async () => {
    at = await openHost(host, { authenticate: async () => ({ id: 'tester', role }) });
    client = await newClient(at.app, { email: 'ann@shop.example', language: 'uk' });
    other = await newClient(at.app, { email: 'bob@shop.example' });
    const sent = await insertNotice(at.db, client.id);
    await deliverNotices(at.db, works);
    const failed = await insertNotice(at.db, client.id, { kind: 'low_balance_critical' });
    await deliverNotices(at.db, refuses);
    const pending = await insertNotice(at.db, other.id, { audience: 'staff' });
    ids = {
      sent: `${client.id}-${sent}`,
      failed: `${client.id}-${failed}`,
      pending: `${other.id}-${pending}`,
    };
  });
  afterAll(() => at.close());

  const put = (id: string, body: unknown) =>
    send<Notice & { type?: string; errors?: object }>(at.app, 'PUT', `/api/notices/${id}`, body);
  const get = async (id: string) => (await send<Notice>(at.app, 'GET', `/api/notices/${id}`)).body;
  const auditOf = (id: string) =>
    list<AuditEntry>(at.app, 'audit', { resource: 'notices', recordId: id });

  it('FIN-2 shows what is pending, sent and failed, and why', async () => {
    const { rows, total } = await list<Notice>(at.app, 'notices', {}, ['createdAt', 'ASC']);
    expect(total).toBe(3);
    for (const row of rows) expect(notice.parse(row)).toEqual(row);
    expect(rows).toMatchObject([
      {
        id: ids.sent,
        clientId: client.id,
        status: 'sent',
        recipient: 'ann@shop.example',
        language: 'uk',
        subject: 'На вашому рахунку мало коштів: доступно 12,50 EUR',
        parameters: LOW,
        attempts: 1,
        lastError: null,
      },
      { id: ids.failed, status: 'failed', lastError: '550 no mailbox', sentAt: null },
      { id: ids.pending, audience: 'staff', status: 'pending', attempts: 0, recipient: null },
    ]);
    expect(await get(ids.sent)).toEqual(rows[0]);
  });

  it('AUTH-1 refuses the retry of a viewer', async () => {
    role = 'viewer';
    const answer = await put(ids.failed, { status: 'pending' });
    role = 'admin';
    expect(answer).toMatchObject({
      status: 403,
      body: { type: 'urn:clientele:problem:forbidden' },
    });
    expect((await get(ids.failed)).status).toBe('failed');
  });

  it('filters and sorts', async () => {
    const found = async (filter: object) =>
      (await list<Notice>(at.app, 'notices', filter)).rows.map(({ id }) => id);
    expect(await found({ status: 'failed' })).toEqual([ids.failed]);
    expect(await found({ status: ['pending', 'failed'] })).toEqual([ids.failed, ids.pending]);
    expect(await found({ kind: 'low_balance_critical' })).toEqual([ids.failed]);
    expect(await found({ audience: 'staff' })).toEqual([ids.pending]);
    expect(await found({ clientId: client.id })).toEqual([ids.sent, ids.failed]);
    expect(await found({ id: [ids.pending, ids.sent, '0-0'] })).toEqual([ids.sent, ids.pending]);
    const { createdAt } = await get(ids.failed);
    expect(await found({ createdAt_gte: createdAt })).toEqual([ids.failed, ids.pending]);
    const unknown = await send(at.app, 'GET', '/api/notices?filter={"lastError":"x"}');
    expect(unknown.status).toBe(400);
  });

  it('retries a failed notice, and writes down who did', async () => {
    const record = await get(ids.failed);
    const { status, body } = await put(ids.failed, { ...record, status: 'pending' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: ids.failed, status: 'pending', attempts: 0 });
    // Twice is once.
    expect((await put(ids.failed, { status: 'pending' })).status).toBe(200);
    const { rows } = await auditOf(ids.failed);
    expect(rows).toMatchObject([
      {
        clientId: client.id,
        actor: 'tester',
        action: 'update',
        before: { status: 'failed' },
        after: { status: 'pending' },
      },
    ]);
    await deliverNotices(at.db, works, { staffEmail: 'staff@acme.example' });
    expect(await get(ids.failed)).toMatchObject({ status: 'sent', attempts: 1, lastError: null });
    expect((await auditOf(ids.failed)).total).toBe(1);
  });

  it('allows no other move and no other change', async () => {
    const id = `${other.id}-${await insertNotice(at.db, other.id)}`;
    for (const status of ['sending', 'sent', 'failed']) {
      expect(await put(id, { status })).toMatchObject({ status: 409 });
    }
    for (const status of ['pending', 'sending', 'failed']) {
      const { status: code, body } = await put(ids.sent, { status });
      expect([code, body.type]).toEqual([409, 'urn:clientele:problem:conflict']);
    }
    await deliverNotices(at.db, refuses);
    for (const status of ['sending', 'sent']) {
      expect(await put(id, { status })).toMatchObject({ status: 409 });
    }
    expect((await put(id, { status: 'lost' })).status).toBe(422);
    expect((await put(id, {})).status).toBe(422);
    expect((await put(id, { status: 'pending', nonsense: 1 })).status).toBe(422);
    // What the server sets is dropped, and a save that changes nothing is no change.
    const record = await get(id);
    const { body } = await put(id, { ...record, recipient: 'eve@evil.example' });
    expect(body).toEqual(record);
    expect((await auditOf(id)).total).toBe(0);
  });

  it('knows no others, takes none and gives none away', async () => {
    for (const id of ['0-0', '1-999999', 'x', `${client.id}`]) {
      expect((await send(at.app, 'GET', `/api/notices/${id}`)).status).toBe(404);
      expect((await put(id, { status: 'pending' })).status).toBe(404);
    }
    expect((await send(at.app, 'POST', '/api/notices', {})).status).toBe(405);
    expect((await send(at.app, 'DELETE', `/api/notices/${ids.sent}`)).status).toBe(405);
  });

  it('does not retry what a worker has sent meanwhile', async () => {
    const id = `${other.id}-${await insertNotice(at.db, other.id)}`;
    // In the middle of sending, somebody tries to retry it.
    const slow: Mail = {
      send: async () => {
        expect((await put(id, { status: 'pending' })).status).toBe(409);
      },
    };
    const signal = AbortSignal.timeout(5_000);
    expect(await deliverNotices(at.db, slow, { signal })).toMatchObject({ sent: 1 });
    await makeDue(at.db);
    expect(await get(id)).toMatchObject({ status: 'sent', attempts: 1 });
  });
});
