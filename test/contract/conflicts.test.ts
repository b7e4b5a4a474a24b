import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, newClient, receipt, send } from '../support/requests.ts';
import { NEW_RECORDS, populate, OPTIONS } from './population.ts';
import { refused, refusedJson } from './refused.ts';

describe.each(HOSTS)('conflicts on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name, OPTIONS);
    await populate(host.app);
  });
  afterAll(() => host.close());

  it('INFO-4 refuses a change of an older version, and keeps the newer', async () => {
    const { body: before } = await send<Client>(host.app, 'GET', '/api/clients/2');
    await send(host.app, 'PUT', '/api/clients/2', { city: 'Kyiv', version: before.version });
    const stale = await refusedJson(host, 'PUT', '/api/clients/2', { ...before, city: 'Lviv' });
    expect(stale).toMatchObject({
      status: 409,
      message: expect.stringContaining(`version ${before.version} became ${before.version + 1}`),
    });
    const { body: after } = await send<Client>(host.app, 'GET', '/api/clients/2');
    expect(after).toMatchObject({ city: 'Kyiv', version: before.version + 1 });
    const older = { version: 1, questionnaire: {} };
    expect(await refusedJson(host, 'PUT', '/api/sender_names/1-1', older)).toMatchObject({
      status: 409,
    });
    expect(await refusedJson(host, 'PUT', '/api/clients/2', { version: '1' })).toMatchObject({
      status: 422,
      errors: { version: expect.any(String) },
    });
  });

  it('lets only one of two changes of the same version through', async () => {
    const { body } = await send<Client>(host.app, 'GET', '/api/clients/3');
    const answers = await Promise.all(
      ['Kyiv', 'Lviv', 'Odesa'].map((city) =>
        send<Client>(host.app, 'PUT', '/api/clients/3', { ...body, city }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const { body: after } = await send<Client>(host.app, 'GET', '/api/clients/3');
    expect(after).toEqual(answers.find(({ status }) => status === 200)?.body);
  });

  it('LIST-12 refuses a login that another client has, and says so at the field', async () => {
    const taken = { login: 'is taken by another client' };
    for (const login of ['380501112233', '+380 (50) 111-22-33']) {
      const created = await refusedJson(host, 'POST', '/api/clients', {
        ...NEW_RECORDS.clients,
        login,
      });
      expect(created).toMatchObject({ status: 409, errors: taken });
      const changed = await refusedJson(host, 'PUT', '/api/clients/2', { login });
      expect(changed).toMatchObject({ status: 409, errors: taken });
    }
    const own = await send(host.app, 'PUT', '/api/clients/1', { login: '380501112233' });
    expect(own.status).toBe(200);
  });

  it('lets only one of several new clients have a login', async () => {
    const { total } = await list(host.app, 'clients');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        send(host.app, 'POST', '/api/clients', { ...NEW_RECORDS.clients, login: '380931112233' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect((await list(host.app, 'clients')).total).toBe(total + 1);
  });

  it('NAME-4 refuses a name that the client has already, whatever the case', async () => {
    const body = { clientId: 1, name: 'sHOP', type: 'sms_alphanumeric' };
    expect(await refusedJson(host, 'POST', '/api/sender_names', body)).toMatchObject({
      status: 409,
      errors: { name: expect.stringContaining('exists already') },
    });
  });

  it.each([
    [
      'sms_alphanumeric',
      ['AB', 'ABCDEFGHIJKL', '12345', 'Ж123', 'A{B', 'A|B', 'A"B', "A'B", 'A%B'],
    ],
    ['sms_numeric', ['12', '1234567890123456', '123a', '+380', '12 34']],
  ])('NAME-4 refuses %s names that operators do not take', async (type, names) => {
    for (const name of names) {
      const body = { clientId: 1, name, type };
      expect(await refusedJson(host, 'POST', '/api/sender_names', body)).toMatchObject({
        status: 422,
        errors: { name: expect.stringContaining('must be 3 to 1') },
      });
    }
  });

  it('keeps the currency after the first transaction', async () => {
    expect(await refusedJson(host, 'PUT', '/api/clients/1', { currency: 'USD' })).toMatchObject({
      status: 422,
      errors: { currency: expect.stringContaining('EUR') },
    });
    const { id } = await newClient(host.app);
    const changed = await send<Client>(host.app, 'PUT', `/api/clients/${id}`, {
      currency: 'USD',
    });
    expect(changed.body.currency).toBe('USD');
  });

  const money = (resource: string, body: object) =>
    send(host.app, 'POST', `/api/${resource}`, body, { 'Idempotency-Key': `once ${resource}` });
  const traces: [string, (clientId: number) => Promise<unknown>][] = [
    [
      'a transaction',
      (clientId) => money('transactions', { clientId, kind: 'top_up', amount: '1' }),
    ],
    ['a credit limit', (clientId) => money('credit_limits', { clientId, amount: '0' })],
    [
      'a top-up that waits',
      (clientId) =>
        send(
          host.app,
          'POST',
          '/api/transactions',
          { clientId, kind: 'top_up', amount: '1000001' },
          { 'Idempotency-Key': 'waits' },
        ),
    ],
    ['a message', (clientId) => deliver(host.app, [event(clientId, 'free', { price: '0' })])],
    [
      'a receipt for a message to come',
      (clientId) =>
        deliver(host.app, [receipt(clientId, 'x', 'delivered', '2026-11-20T00:00:00Z')]),
    ],
    [
      'a sender name',
      (clientId) =>
        send(host.app, 'POST', '/api/sender_names', { clientId, name: 'Name', type: 'viber' }),
    ],
  ];
  it.each(traces)('never deletes a client that has %s', async (_what, leave) => {
    const { id } = await newClient(host.app);
    await leave(id);
    const { status, message } = await refused(host, 'DELETE', `/api/clients/${id}`);
    expect({ status, message }).toEqual({
      status: 409,
      message: `Client ${id} has a history and cannot be deleted.`,
    });
    expect((await send(host.app, 'GET', `/api/clients/${id}`)).status).toBe(200);
  });

  it('never deletes a name that somebody has decided about', async () => {
    const body = { clientId: 1, name: 'Decided', type: 'viber' };
    const { body: name } = await send<{ id: string }>(host.app, 'POST', '/api/sender_names', body);
    await host.db
      .updateTable('senderNames')
      .set({ status: 'checked' })
      .where('name', '=', 'Decided')
      .execute();
    expect(await refused(host, 'DELETE', `/api/sender_names/${name.id}`)).toMatchObject({
      status: 409,
      message: expect.stringContaining('checked'),
    });
  });

  it('changes nothing that is not for the sender to change, whatever a PUT carries', async () => {
    const { body: before } = await send<Client>(host.app, 'GET', '/api/clients/1');
    const { body: after } = await send<Client>(host.app, 'PUT', '/api/clients/1', {
      ...before,
      id: 2,
      balance: '1000000',
      creditLimit: '1000000',
      reserved: '-5',
      available: 'lots',
      status: 'closed',
      activation: 'pending',
      loginAttempts: 99,
      loginAttemptsLimit: -1,
      registeredAt: '2000-01-01T00:00:00Z',
      lastLoginAt: 'never',
      smsSubscriptionChangedAt: '2000-01-01T00:00:00Z',
      smsSubscriptionChangedBy: 'somebody else',
      city: 'Kyiv',
    });
    expect(after).toEqual({ ...before, city: 'Kyiv', version: before.version + 1 });
    const { body: name } = await send<object>(host.app, 'GET', '/api/sender_names/1-1');
    const changed = await send(host.app, 'PUT', '/api/sender_names/1-1', {
      ...name,
      id: '2-1',
      clientId: 2,
      name: 'OTHER',
      type: 'viber',
      status: 'checked',
      reason: 'mine',
      requestedAt: 'x',
      decidedAt: 'x',
      decidedBy: 'me',
    });
    expect(changed.body).toEqual({ ...name, version: expect.any(Number) });
  });

  describe('FIN-7 in an idempotency key', () => {
    it.each(['transactions', 'credit_limits'] as const)(
      'requires one to create %s',
      async (resource) => {
        const { total } = await list(host.app, resource);
        for (const key of [undefined, '', ' ', '""', 'x'.repeat(201)]) {
          const { status, type, message } = await refused(
            host,
            'POST',
            `/api/${resource}`,
            JSON.stringify(NEW_RECORDS[resource]),
            {
              'Content-Type': 'application/json',
              ...(key === undefined ? {} : { 'Idempotency-Key': key }),
            },
          );
          expect({ status, type }).toEqual({
            status: 400,
            type: 'urn:clientele:problem:idempotency-key-missing',
          });
          expect(message).toContain('Idempotency-Key header (or idempotencyKey in the body)');
        }
        expect((await list(host.app, resource)).total).toBe(total);
      },
    );

    it.each<['transactions' | 'credit_limits', object[]]>([
      ['transactions', [{ amount: '2' }, { comment: 'other' }, { amount: '1.000001' }]],
      ['credit_limits', [{ amount: '2' }, { notify: true }, { reason: 'other' }]],
    ])(
      'answers a repeated request of %s as before, and refuses another one',
      async (resource, others) => {
        const { id: clientId } = await newClient(host.app);
        const body = { ...NEW_RECORDS[resource], clientId };
        const path = `/api/${resource}`;
        const key = { 'Idempotency-Key': `${resource}-key` };
        const first = await send(host.app, 'POST', path, body, key);
        expect(first.headers.get('Idempotent-Replayed')).toBeNull();
        for (const [again, headers] of [
          [body, key],
          [{ ...body, amount: '1.000' }, { 'Idempotency-Key': `"${resource}-key"` }],
          [{ ...body, idempotencyKey: `${resource}-key` }, {}],
        ] as const) {
          const replay = await send(host.app, 'POST', path, again, headers);
          expect(replay).toMatchObject({ status: first.status, body: first.body });
          expect(replay.headers.get('Idempotent-Replayed')).toBe('true');
        }
        for (const change of others) {
          expect(await refusedJson(host, 'POST', path, { ...body, ...change }, key)).toMatchObject({
            status: 422,
            type: 'urn:clientele:problem:idempotency-key-reused',
            message: expect.stringContaining('Idempotency-Key'),
          });
        }
        expect((await list(host.app, resource, { clientId })).total).toBe(1);
      },
    );
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
