import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestResult } from '../../schema/messages.ts';
import type { Client } from '../../schema/clients.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { event, list, newClient, receipt, send } from '../support/requests.ts';
import {
  CREATABLE_NAMES,
  NEW_RECORDS,
  populate,
  type CreatableName,
  OPTIONS,
} from './population.ts';
import { refusedJson } from './refused.ts';

const NOT_MONEY: unknown[] = [
  ...'1e5 1.1234567 NaN Infinity +5 .5 5. 1,5 --1 0x10 ١٢ 1_000 5€ 123456789012345 null'.split(' '),
  '',
  ' ',
  ' 5',
  '5 ',
  '1'.repeat(400),
  5,
  0.1,
  true,
  [],
  {},
  ['5'],
  Number.MAX_SAFE_INTEGER,
];

describe.each(HOSTS)('API-1 bad bodies on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name, OPTIONS);
    await populate(host.app);
  });
  afterAll(() => host.close());

  const total = async (resource: CreatableName) =>
    (await list(host.app, resource, {}, ['id', 'ASC'], [0, 0])).total;

  describe('in a body', () => {
    const writes = [
      ...CREATABLE_NAMES.map((resource) => ['POST', `/api/${resource}`] as const),
      ['PUT', '/api/clients/1'] as const,
      ['PUT', '/api/sender_names/1-1'] as const,
      ['PUT', '/api/top_up_requests/1-1'] as const,
      ['PUT', '/api/notices/1-1'] as const,
      ['POST', '/api/exports'] as const,
    ];

    it.each(writes)('refuses to %s what is not JSON to %s', async (method, path) => {
      for (const body of ['', '{', '{"a":}', 'undefined', "{'a':1}", '{"a":1}}', 'NaN', '\0{}']) {
        const refusal = await refusedJson(host, method, path, body);
        expect(refusal).toMatchObject({ status: 400, message: 'The body is not JSON.' });
      }
    });

    it.each(writes)('refuses to %s JSON that is no object to %s', async (method, path) => {
      // A list of messages is a batch.
      const list = path.endsWith('messages') ? [] : ['[]'];
      for (const body of ['null', '5', 'true', '"text"', ...list]) {
        expect(await refusedJson(host, method, path, body)).toMatchObject({ status: 422 });
      }
    });

    it.each(writes)('refuses to %s another content type to %s', async (method, path) => {
      for (const type of [
        '',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/jsonp',
        'application/json, text/plain',
        'json',
      ]) {
        const headers = { 'Content-Type': type };
        const { status, message } = await refusedJson(host, method, path, '{}', headers);
        expect({ type, status, message }).toEqual({
          type,
          status: 415,
          message: expect.stringContaining('application/json'),
        });
      }
    });

    it('takes JSON with a charset, in any case of the type', async () => {
      for (const type of [
        'application/json; charset=utf-8',
        'Application/JSON',
        'application/json ;x=y',
      ]) {
        const headers = { 'Content-Type': type };
        expect((await send(host.app, 'PUT', '/api/clients/3', {}, headers)).status).toBe(200);
      }
    });

    it.each(CREATABLE_NAMES)('names the unknown fields of a new record of %s', async (resource) => {
      const before = await total(resource);
      for (const key of ['nope', 'balanceAfter', 'ID', 'constructor', 'toString', 'a.b', '']) {
        const body = { ...NEW_RECORDS[resource], [key]: 1 };
        expect(await refusedJson(host, 'POST', `/api/${resource}`, body)).toMatchObject({
          status: 422,
          message: `${key}: is not a known field`,
          errors: { [key]: 'is not a known field' },
        });
      }
      expect(await total(resource)).toBe(before);
    });

    it.each([
      ['/api/clients/1', 'seq'],
      ['/api/clients/1', 'constructor'],
      ['/api/sender_names/1-1', 'login'],
      ['/api/sender_names/1-1', 'valueOf'],
    ])('names the unknown fields of a change of %s: %s', async (path, key) => {
      expect(await refusedJson(host, 'PUT', path, { [key]: {} })).toMatchObject({
        status: 422,
        errors: { [key]: 'is not a known field' },
      });
    });

    it.each([
      ['clients', ['login', 'company', 'currency']],
      ['transactions', ['clientId', 'kind', 'amount']],
      ['credit_limits', ['clientId', 'amount']],
      ['messages', ['clientId', 'externalId', 'sentAt', 'channel', 'sender', 'recipient', 'parts']],
      ['sender_names', ['clientId', 'name', 'type']],
    ])('names every field that a new record of %s lacks', async (resource, fields) => {
      const { status, errors, message } = await refusedJson(host, 'POST', `/api/${resource}`, {});
      expect(status).toBe(422);
      expect(Object.keys(errors ?? {}).toSorted()).toEqual(fields.toSorted());
      for (const field of fields) expect(message).toMatch(new RegExp(`\\b${field}: (is|must)`));
    });

    it.each<[CreatableName, string, unknown[]]>([
      ['clients', 'login', ['', 'abc', '123456', '1'.repeat(16), 380501112233, null, ['1']]],
      ['clients', 'company', [null, 5, 'x'.repeat(201), 'a\0b', 'a\nb', 'a\u0007', 'a\ud800b', {}]],
      ['clients', 'currency', ['eur', 'EURO', '', 'E€R', 978, null]],
      ['clients', 'email', ['x', 'a@b', 'a b@example.com', 5, 'a\n@example.com']],
      ['clients', 'country', ['ua', 'UKR', '', null]],
      ['clients', 'language', ['english', 'EN', '']],
      ['clients', 'timeZone', ['Mars/Olympus', '', '+02:00', 'utc', null]],
      ['clients', 'smsSubscription', ['true', 1, null]],
      ['clients', 'tags', ['vip', null, ['a', 5], Array.from({ length: 51 }, () => 'a')]],
      ['clients', 'propertyType', ['company', null]],
      ['clients', 'postalAddress', ['a\0', 'x'.repeat(501), '\ud800']],
      ['transactions', 'clientId', ['1', 0, -1, 1.5, 1e300, null, [1]]],
      ['transactions', 'kind', ['charge', 'refund', 'TOP_UP', null]],
      ['transactions', 'comment', [5, 'x'.repeat(501), 'a\0b', 'a\udfffb', {}]],
      ['transactions', 'idempotencyKey', ['', ' ', 'x'.repeat(201), 'a\0', '\ud800', 5]],
      ['credit_limits', 'notify', ['true', 1, null]],
      ['credit_limits', 'reason', [5, 'x'.repeat(501), '\0']],
      ['messages', 'externalId', ['', ' ', 'x'.repeat(101), 'a\0', 'a\nb', 'a\ud800', 5, null]],
      [
        'messages',
        'sentAt',
        ['2026-02-30T00:00:00Z', '2026-11-20', '0000-01-01T00:00:00Z', 5, null],
      ],
      [
        'messages',
        'sentAt',
        ['2026-11-20T00:00:00+23:59', '2026-11-20T24:00:00Z', '2036-01-01T00:00:00Z'],
      ],
      [
        'messages',
        'sentAt',
        ['0001-01-01T00:00:00+10:00', `2026-11-20T00:00:00.${'1'.repeat(200)}Z`],
      ],
      ['messages', 'channel', ['SMS', 'fax', null]],
      [
        'messages',
        'recipient',
        ['abc', '0501112233', '+', '123', '+380 50 111 22 33', 380501112233],
      ],
      ['messages', 'mccMnc', ['2550', '2550300', 'abcde', 25503]],
      ['messages', 'parts', [0, -1, 256, 1.5, '1', null, 1e300]],
      ['messages', 'status', ['DELIVERED', 'lost', null, 5]],
      ['sender_names', 'name', ['', null, 5, 'x'.repeat(51), 'a\0b', 'a\ud800']],
      ['sender_names', 'type', ['sms', null]],
      ['sender_names', 'questionnaire', ['x', 5, [], { nope: 1 }, { name: 5 }, { subject: 'a\0' }]],
    ])('names %s.%s when its value cannot be', async (resource, field, values) => {
      const path = `/api/${resource}`;
      const before = await total(resource);
      for (const value of values) {
        const body = { ...NEW_RECORDS[resource], [field]: value };
        const { status, message, errors = {} } = await refusedJson(host, 'POST', path, body);
        expect({ value, status, fields: Object.keys(errors), message }).toEqual({
          value,
          status: 422,
          fields: [field],
          message: expect.stringContaining(`${field}: `),
        });
      }
      expect(await total(resource)).toBe(before);
    });

    it.each<[CreatableName, string, unknown[]]>([
      ['transactions', 'amount', [...NOT_MONEY, null, '0', '0.000000', '-0', '-1', '-0.000001']],
      ['credit_limits', 'amount', [...NOT_MONEY, null, '-1', '-0.000001']],
      ['clients', 'smsPrice', [...NOT_MONEY, null, '-1', '-0.000001']],
      ['messages', 'price', [...NOT_MONEY, '-1', '-0.000001']],
    ])('takes exact decimal strings alone as %s.%s', async (resource, field, values) => {
      const before = await total(resource);
      for (const value of values) {
        const body = { ...NEW_RECORDS[resource], [field]: value };
        const { status, errors = {} } = await refusedJson(host, 'POST', `/api/${resource}`, body);
        expect({ value, status, fields: Object.keys(errors) }).toEqual({
          value,
          status: 422,
          fields: [field],
        });
      }
      expect(await total(resource)).toBe(before);
    });

    it('says so when an account would grow beyond what can be stored', async () => {
      const { id } = await newClient(host.app);
      const topUp = { clientId: id, kind: 'bonus', amount: '99999999999999.999999' };
      const first = await send(host.app, 'POST', '/api/transactions', topUp, {
        'Idempotency-Key': 'a',
      });
      expect(first.status).toBe(201);
      expect(await refusedJson(host, 'POST', '/api/transactions', topUp)).toMatchObject({
        status: 422,
      });
      const { body } = await send<Client>(host.app, 'GET', `/api/clients/${id}`);
      expect(body.balance).toBe('99999999999999.999999');
    });

    it.each(['transactions', 'credit_limits', 'messages', 'sender_names'] as const)(
      'knows no client 999 in %s',
      async (resource) => {
        for (const clientId of [999, Number.MAX_SAFE_INTEGER]) {
          const body = { ...NEW_RECORDS[resource], clientId };
          expect(await refusedJson(host, 'POST', `/api/${resource}`, body)).toMatchObject({
            status: 422,
            errors: { clientId: `there is no client ${clientId}` },
          });
        }
      },
    );

    it('is not misled by keys that every object has', async () => {
      for (const [method, path] of writes) {
        const body = '{"__proto__":{"balance":"5","admin":true},"constructor":{"prototype":{}}}';
        const { status, message } = await refusedJson(host, method, path, body);
        expect(status).toBe(422);
        expect(message).toContain('__proto__: is not a known field');
        expect(message).toContain('constructor: is not a known field');
      }
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    });

    it.each(writes)('refuses to %s more than a request may carry to %s', async (method, path) => {
      const megabytes = path.endsWith('messages') ? 64 : 1;
      const headers = { 'Content-Length': String(megabytes * 1024 * 1024 + 1) };
      expect(await refusedJson(host, method, path, '{}', headers)).toMatchObject({
        status: 413,
        message: `The body is larger than ${megabytes} MB.`,
      });
    });

    it('refuses a large body whose size was not told', async () => {
      const body = JSON.stringify({ ...NEW_RECORDS.clients, company: 'x'.repeat(1024 * 1024) });
      expect((await refusedJson(host, 'POST', '/api/clients', body)).status).toBe(413);
      const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      const { status } = await refusedJson(host, 'POST', '/api/clients', `{"tags":${nested}}`);
      expect(status).toBe(422);
    });
  });

  describe('in a batch of messages', () => {
    it('refuses more items than a request may carry', async () => {
      const items = `[${'0,'.repeat(50_000)}0]`;
      expect(await refusedJson(host, 'POST', '/api/messages', items)).toMatchObject({
        status: 413,
        message: 'A request carries at most 50000 items. Nothing was stored.',
      });
    });

    it('reads a line of many pieces once, however long it is', { timeout: 5_000 }, async () => {
      const piece = new Uint8Array(64 * 1024).fill(0x61);
      let left = 512;
      const body = new ReadableStream({
        pull: (stream) => ((left -= 1) < 0 ? stream.close() : stream.enqueue(piece)),
      });
      const response = await host.app.request('/api/messages', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson', 'Content-Length': '33554432' },
        body,
        duplex: 'half',
      } as RequestInit);
      expect(response.status).toBe(400);
    });

    it('says what is wrong with each bad item, and takes the others', async () => {
      const bad: [unknown, fault: string][] = [
        [null, 'Invalid input'],
        [5, 'Invalid input'],
        [[], 'Invalid input'],
        [event(1, 'a', { sentAt: '0000-01-01T00:00:00Z' }), 'sentAt: must be'],
        [event(1, 'b', { sentAt: '2026-11-20T00:00:00+23:59' }), 'sentAt: must be'],
        [event(1, 'c', { parts: 0 }), 'parts: must be'],
        [event(1, 'd', { price: '1e5' }), 'price: must be'],
        [event(1, 'e', { price: '99999999999999', parts: 255 }), 'price: must have at most'],
        [event(1, 'f\ud800'), 'externalId: must not'],
        [event(999, 'g'), 'clientId: there is no client 999'],
        [{ ...event(1, 'h'), constructor: 1 }, 'constructor: is not a known field'],
        [receipt(1, 'good', 'lost', '2026-11-20T10:00:00Z'), 'status: '],
        [receipt(1, 'good', 'delivered', '0000-01-01T00:00:00Z'), 'at: must be'],
      ];
      const items = [
        event(1, 'good'),
        ...bad.map(([item]) => item),
        receipt(1, 'good', 'delivered', '2026-11-20T10:00:10Z'),
      ];
      const { status, body } = await send<IngestResult>(host.app, 'POST', '/api/messages', items);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          accepted: 1,
          repeated: 0,
          updated: 1,
          rejected: bad.map(([, fault], n) => ({
            index: n + 1,
            message: expect.stringContaining(fault),
          })),
        },
      });
    });
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
