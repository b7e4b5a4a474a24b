import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { deliver, event, list } from '../support/requests.ts';
import { ALL_NAMES, OPTIONS, populate, type AnyName } from './population.ts';
import { LEAK, refused, refusedJson } from './refused.ts';
import { anyList, anyRecord, anyWrite } from './strange-requests.ts';

/** Ids that no record has. */
const GARBAGE = [
  ...`0 -1 999 1.5 abc 99999999999999999999 null undefined NaN __proto__ constructor ' % * 🙂
    1-999 999-1 1-1-1 1- -1-1 1-99999999999999999999 1-1.5
    1:total 1:total::: 1:total::::x 1:nope::::total 999:total::::total 1:day::::2026-11-17
    1:day:2026-02-30:2026-03-01::2026-03-01 1:day:0000-01-01:0000-01-02::0000-01-01
    1:day:0001-01-01:9999-12-31::2026-11-17 1:total:2026-02-01:2026-01-01::total
    1:sender:::fax:SHOP 999::: 1:2026-02-30:: 1:2026-02-02:2026-02-01: 1:::nope
    1:::charge,charge 1:::charge,nope 1:: 1:::: 999:top_up:5 1:top_up: 1:top_up:x 1:top_up:1:1
    1:charge:5 1:refund:5 1:reversal:5 1:reversal:1-999 1:reversal:2-1 1:credit_limit:-5
    1:credit_limit:1e5 00000000-0000-0000-0000-000000000000 {00000000-0000-0000-0000-000000000000}`.split(
    /\s+/,
  ),
  '1;drop table clients',
  '1 or 1=1',
  '\0',
  '1-\0',
  '1:sender::::\0',
  '1-a\0',
  ...['x', '1-x', '1:sender::::x'].map((id) => id.padEnd(5000, 'x')),
];

const NOUNS: Record<AnyName, string> = {
  clients: 'client',
  transactions: 'transaction',
  top_up_requests: 'top-up request',
  credit_limits: 'credit limit',
  statements: 'statement',
  previews: 'preview',
  messages: 'message',
  statistics: 'statistic',
  sender_names: 'sender name',
  notices: 'notice',
  audit: 'audit entry',
  exports: 'export',
};

describe.each(HOSTS)('API-1 bad input on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name, OPTIONS);
    await populate(host.app);
  });
  afterAll(() => host.close());

  const refusedQuery = (resource: string, query: string) =>
    refused(host, 'GET', `/api/${resource}?${query}`);
  const refusedFilter = (resource: string, filter: string) =>
    refusedQuery(resource, `filter=${encodeURIComponent(filter)}`);

  describe('in a query', () => {
    it.each([
      ['filter={', '"filter" is not JSON'],
      ['filter=', '"filter" is not JSON'],
      ['filter=%', '"filter" is not JSON'],
      ['filter=[]', '"filter" must be a JSON object'],
      ['filter=null', '"filter" must be a JSON object'],
      ['filter="id"', '"filter" must be a JSON object'],
      ['filter=5', '"filter" must be a JSON object'],
      ['sort=["id"', '"sort" is not JSON'],
      ['sort=id', '"sort" is not JSON'],
      ['sort=["id"]', '"sort" must be a pair'],
      ['sort=["id","asc"]', '"sort" must be a pair'],
      ['sort=["id","ASC","name","ASC"]', '"sort" must be a pair'],
      ['sort=[["id","ASC"]]', '"sort" must be a pair'],
      ['sort={"id":"ASC"}', '"sort" must be a pair'],
      ['sort=[1,"ASC"]', '"sort" must be a pair'],
      ['range=[0,9', '"range" is not JSON'],
      ['range=[0]', '"range" must be two positions'],
      ['range=[0,9,9]', '"range" must be two positions'],
      ['range=[9,0]', '"range" must be two positions'],
      ['range=[-1,9]', '"range" must be two positions'],
      ['range=[-10,-1]', '"range" must be two positions'],
      ['range=[0,1.5]', '"range" must be two positions'],
      ['range=["0","9"]', '"range" must be two positions'],
      ['range=[null,9]', '"range" must be two positions'],
      ['range=[0,9007199254740992]', '"range" must be two positions'],
      ['range=[0,1e400]', '"range" must be two positions'],
      ['range=[0,1000]', '"range" asks for 1001 rows; a request answers at most 1000'],
      ['range=[5,9007199254740991]', '"range" asks for'],
      ['page=1', 'Unknown parameter "page". Allowed: filter, sort, range'],
      ['embed=["client"]', 'Unknown parameter "embed". Allowed: filter, sort, range'],
      ['__proto__=1', 'Unknown parameter "__proto__"'],
      ['constructor={}', 'Unknown parameter "constructor"'],
      ['filter={}&filter={}', '"filter" is given 2 times'],
      ['sort=["id","ASC"]&sort=["id","ASC"]', '"sort" is given 2 times'],
      ['range=[0,9]&range=[0,9]&range=[0,9]', '"range" is given 3 times'],
    ])('refuses %s', async (query, message) => {
      for (const resource of ALL_NAMES) {
        const refusal = await refusedQuery(resource, query);
        expect(refusal).toMatchObject({
          status: 400,
          type: 'urn:clientele:problem:bad-request',
          message: expect.stringContaining(message),
        });
      }
    });

    it.each('nope client_id c.client_id id;-- ID __proto__ constructor toString'.split(' '))(
      'refuses to sort by "%s" and lists what can be',
      async (field) => {
        for (const resource of ALL_NAMES) {
          const sort = encodeURIComponent(JSON.stringify([field, 'ASC']));
          const { status, message } = await refusedQuery(resource, `sort=${sort}`);
          expect(status).toBe(400);
          expect(message).toContain(`Cannot sort ${resource} by "${field}". Allowed: id`);
        }
      },
    );

    it.each([
      '',
      ...`nope _gt id_like id_gt_gt ID client_id c.client_id searchText idempotencyKey
        __proto__ constructor hasOwnProperty toString_neq __proto___gt`.split(/\s+/),
    ])('refuses the filter "%s" and lists what there is', async (key) => {
      for (const resource of ALL_NAMES) {
        const { status, message } = await refusedFilter(resource, `{${JSON.stringify(key)}:1}`);
        expect(status).toBe(400);
        expect(message).toContain(`Unknown filter "${key}". Allowed: `);
        expect(message).toContain('id, ');
      }
    });

    it.each([
      ['clients', 'id', ['"abc"', '1.5', '"1.5"', '{}', 'true', '[1,"x"]', '[[1]]', '""']],
      [
        'clients',
        'id',
        ['[null]', '9007199254740992', '-1e300', '1e400', '"99999999999999999999"'],
      ],
      ['clients', 'id_gt', ['null', '[1]', '"x"']],
      ['clients', 'balance_gt', ['"1e5"', '"NaN"', '"1.1234567"', '1e21', 'true', '""', '"-"']],
      ['clients', 'balance', ['[1,"x"]', '{"gt":5}', '"123456789012345"', '1e-7']],
      ['clients', 'smsSubscription', ['"true"', '1', '[true,"x"]', '{}']],
      ['clients', 'login', ['true', '{"$ne":1}', '["a",{}]', '"a\\u0000b"', '["\\u0000"]']],
      ['clients', 'login', [JSON.stringify('x'.repeat(1001))]],
      ['clients', 'registeredAt_gte', ['"2026-02-30T00:00:00Z"', '"0000-01-01T00:00:00Z"', '5']],
      ['clients', 'registeredAt_lt', ['"2026-01-01"', '"2026-01-01T00:00:00"', '"now"', '""']],
      ['clients', 'lastLoginAt', ['"2026-01-01T00:00:00+23:59"', '["x"]', 'true']],
      ['clients', 'q', ['5', 'true', '["a"]', '{}', 'null', JSON.stringify('x'.repeat(201))]],
      ['clients', 'id', [JSON.stringify(Array.from({ length: 1001 }, (_, n) => n))]],
      ['transactions', 'id', ['5', '["1-1",5]', 'null', '{}', '[["1-1"]]']],
      ['transactions', 'id', [JSON.stringify(Array.from({ length: 1001 }, () => '1-1'))]],
      ['transactions', 'from', ['"2026-02-30"', '"0000-01-01"', '"today"', '20260101', 'null']],
      ['transactions', 'to', ['"2026-1-1"', '["2026-01-01"]', '"2026-01-01T00:00:00Z"', '""']],
      ['transactions', 'occurredAt_gte', ['"0000-12-31T23:59:59Z"', '"2026-13-01T00:00:00Z"']],
      ['transactions', 'occurredAt_gte', [`"2026-01-01T00:00:00.${'0'.repeat(200)}Z"`]],
      ['transactions', 'clientId', ['"x"', '{}', 'true', '1.5']],
      ['transactions', 'amount_lt', ['"1,5"', 'true']],
      ['messages', 'from', ['"2026-02-30"', '"0000-01-01"']],
      ['messages', 'mccMnc', ['255', '"2550"', '"abcdef"', '["25503"]']],
      ['messages', 'parts', ['"x"', '1.5', '[{}]']],
      ['credit_limits', 'setAt_lte', ['"2026-02-30T00:00:00Z"', '"+10000-01-01T00:00:00Z"']],
      ['sender_names', 'requestedAt_gt', ['"9999-12-31T23:59:59-10:00"', '0']],
      ['transactions', 'kind_gt', ['null', '[1]', '{}']],
      ['messages', 'chargeId', ['5', 'true', '{}', '["1-1",5]']],
      ['messages', 'refundId', ['[null]', '5']],
      ['top_up_requests', 'amount_gt', ['"x"', 'null', 'true']],
      ['top_up_requests', 'requestedAt_lt', ['"2026-02-30T00:00:00Z"', '5']],
      ['notices', 'createdAt_gte', ['"yesterday"', '5']],
      ['notices', 'attempts', ['"x"', '1.5']],
      ['exports', 'createdAt_lt', ['"2026-02-30T00:00:00Z"', '5']],
      ['audit', 'at_gte', ['"0001-01-01T00:00:00+10:00"', '"yesterday"']],
    ])('refuses values of %s.%s that cannot be', async (resource, key, values) => {
      for (const value of values) {
        const { status, message } = await refusedFilter(resource, `{"${key}":${value}}`);
        expect({ value, status, message }).toEqual({
          value,
          status: 400,
          message: expect.stringMatching(`^(Bad filter: ${key}:? \\S|"${key}" lists more)`),
        });
      }
    });

    it.each([
      ['{}', 'clientId is required'],
      ['{"clientId":1}', 'groupBy is required, one of day, operator'],
      ['{"clientId":1,"groupBy":"month"}', 'groupBy'],
      ['{"clientId":1,"groupBy":["day"]}', 'groupBy'],
      ['{"clientId":"x","groupBy":"total"}', 'clientId'],
      ['{"clientId":0,"groupBy":"total"}', 'clientId'],
      ['{"clientId":-1,"groupBy":"total"}', 'clientId'],
      ['{"clientId":1e20,"groupBy":"total"}', 'clientId'],
      ['{"clientId":[1],"groupBy":"total"}', 'clientId'],
      ['{"clientId":1,"groupBy":"total","channel":"fax"}', 'channel'],
      ['{"clientId":1,"groupBy":"day"}', 'needs both from and to'],
      ['{"clientId":1,"groupBy":"day","from":"2026-01-01"}', 'needs both from and to'],
      ['{"clientId":1,"groupBy":"day","to":"2026-01-01"}', 'needs both from and to'],
      ['{"clientId":1,"groupBy":"total","from":"2026-02-30"}', 'from'],
      ['{"clientId":1,"groupBy":"day","from":"0001-01-01","to":"9999-12-31"}', 'at most'],
    ])('refuses a report where %s', async (filter, message) => {
      const refusal = await refusedFilter('statistics', filter);
      expect(refusal.status).toBe(400);
      expect(refusal.message).toContain(message);
    });

    it.each([
      ['statements', '{}', 'clientId is required'],
      ['statements', '{"kind":"charge"}', 'clientId is required'],
      ['statements', '{"clientId":"x"}', 'clientId'],
      ['statements', '{"clientId":0}', 'clientId'],
      ['statements', '{"clientId":[1]}', 'clientId'],
      ['statements', '{"clientId":1,"kind":"top"}', 'kind'],
      ['statements', '{"clientId":1,"kind":[]}', 'kind'],
      ['statements', '{"clientId":1,"kind":["charge",5]}', 'kind'],
      ['statements', '{"clientId":1,"kind":null}', 'kind'],
      ['statements', '{"clientId":1,"from":"2026-02-30"}', 'from'],
      ['statements', '{"clientId":1,"from":"2026-01-01T00:00:00Z"}', 'from'],
      ['statements', '{"clientId":1,"to":5}', 'to'],
      ['statements', '{"clientId":1,"id":5}', 'id'],
      ['previews', '{}', 'clientId is required'],
      ['previews', '{"clientId":1,"kind":["fee"],"amount":"1"}', 'kind'],
      ['previews', '{"clientId":1,"kind":"fee","amount":1}', 'amount'],
      ['previews', '{"clientId":1,"kind":"fee","amount":"1e5"}', 'amount'],
      ['previews', '{"clientId":1,"kind":"reversal","reversesId":5}', 'reversesId'],
    ])('refuses a question to %s where %s', async (resource, filter, message) => {
      const refusal = await refusedFilter(resource, filter);
      expect(refusal.status).toBe(400);
      expect(refusal.message).toContain(message);
    });

    it.each(['transactions', 'messages', 'statistics', 'statements'])(
      'refuses a period of %s that ends before it begins',
      async (resource) => {
        const filter = { clientId: 1, from: '2026-11-02', to: '2026-11-01' };
        const grouped = resource === 'statistics' ? { ...filter, groupBy: 'day' } : filter;
        const { status, message } = await refusedFilter(resource, JSON.stringify(grouped));
        expect(status).toBe(400);
        expect(message).toBe('Bad filter: from 2026-11-02 is after to 2026-11-01.');
      },
    );

    it('asks for a range instead of cutting off a list that is too long', async () => {
      const many = Array.from({ length: 1001 }, (_, n) => event(2, `many-${n}`, { price: '0' }));
      await deliver(host.app, many);
      const { status, message } = await refusedQuery('messages', '');
      expect(status).toBe(400);
      expect(message).toContain('a request answers at most 1000. Add range=[0,999].');
    });

    it.each(["'; drop table clients; --", '" or 1=1', '$1', '\\', '{1,2}', 'null', '\ud800'])(
      'takes %s as text that is not found',
      async (text) => {
        for (const filter of [{ q: text }, { login: text }, { login: [text] }, { name_lt: text }]) {
          const { total } = await list(host.app, 'clients', { ...filter, id_lt: 1 });
          expect(total).toBe(0);
        }
        expect((await list(host.app, 'messages', { id: [`1-${text}`] })).total).toBe(0);
        expect((await list(host.app, 'statistics', { id: [`1:sender::::${text}`] })).total).toBe(0);
      },
    );

    it('answers a number that is out of its column’s range like any other that is not there', async () => {
      for (const filter of [{ parts: 40_000 }, { parts: [1e15] }, { clientId: 1e15 }]) {
        expect((await list(host.app, 'messages', filter)).total).toBe(0);
      }
      const { total } = await list(host.app, 'messages', { parts_lt: 1e15, clientId: 1 });
      expect(total).toBe((await list(host.app, 'messages', { clientId: 1 })).total);
    });
  });

  describe('in a path', () => {
    it.each(ALL_NAMES)('finds nothing in %s for ids that are not there', async (resource) => {
      for (const id of GARBAGE) {
        const path = `/api/${resource}/${encodeURIComponent(id)}`;
        const { status, message } = await refused(host, 'GET', path);
        expect({ id, status, message }).toEqual({
          id,
          status: 404,
          message: `There is no ${NOUNS[resource]} ${id}.`,
        });
      }
    });

    it.each(['top_up_requests', 'notices'])('changes nothing in %s for them', async (resource) => {
      const body = { top_up_requests: { status: 'withdrawn' }, notices: { status: 'pending' } };
      for (const id of GARBAGE) {
        const path = `/api/${resource}/${encodeURIComponent(id)}`;
        const changed = await refusedJson(host, 'PUT', path, body[resource as keyof typeof body]);
        expect({ id, status: changed.status }).toEqual({ id, status: 404 });
      }
    });

    it('deletes nothing in exports for them', async () => {
      for (const id of GARBAGE) {
        const path = `/api/exports/${encodeURIComponent(id)}`;
        expect({ id, ...(await refused(host, 'DELETE', path)) }).toMatchObject({ id, status: 404 });
      }
    });

    it.each(['clients', 'sender_names'])(
      'changes and deletes nothing in %s for them',
      async (resource) => {
        for (const id of GARBAGE) {
          const path = `/api/${resource}/${encodeURIComponent(id)}`;
          const changed = await refusedJson(host, 'PUT', path, {});
          const deleted = await refused(host, 'DELETE', path);
          expect({ id, statuses: [changed.status, deleted.status] }).toEqual({
            id,
            statuses: [404, 404],
          });
        }
      },
    );

    it.each(['%', '%ff', '%00', '%2e', '%E0%A4', '..%2f..%2fetc', 'a%2Fb', '%25%32'])(
      'survives the raw path segment %s',
      async (segment) => {
        for (const resource of ALL_NAMES) {
          const { status } = await refused(host, 'GET', `/api/${resource}/${segment}x`);
          expect(status).toBe(404);
        }
      },
    );

    it.each([
      '',
      ...'/ /nope /clients/ /clients/1/transactions /Clients /credit-limits'.split(' '),
    ])('knows no path /api%s', async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const { status, message } = await refused(host, method, `/api${path}`);
        expect({ status, message }).toEqual({
          status: 404,
          message: `There is nothing at /api${path}.`,
        });
      }
    });

    it.each<[AnyName, collection: string, record: string]>([
      ['clients', 'GET, POST', 'GET, PUT, DELETE'],
      ['transactions', 'GET, POST', 'GET'],
      ['top_up_requests', 'GET', 'GET, PUT'],
      ['credit_limits', 'GET, POST', 'GET'],
      ['statements', 'GET', 'GET'],
      ['previews', 'GET', 'GET'],
      ['exports', 'GET, POST', 'GET, DELETE'],
      ['notices', 'GET', 'GET, PUT'],
      ['messages', 'GET, POST', 'GET'],
      ['statistics', 'GET', 'GET'],
      ['sender_names', 'GET, POST', 'GET, PUT, DELETE'],
      ['audit', 'GET', 'GET'],
    ])('names the methods of %s to whoever uses another', async (resource, collection, record) => {
      for (const [path, allowed] of [
        [`/api/${resource}`, collection],
        [`/api/${resource}/1-1`, record],
      ] as const) {
        const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
        for (const method of methods.filter((one) => !allowed.includes(one))) {
          const refusal = await refused(host, method, path);
          expect(refusal).toMatchObject({
            status: 405,
            message: `${method} is not allowed here. Allowed: ${allowed}.`,
          });
          expect(refusal.headers.get('Allow')).toBe(allowed);
        }
      }
    });
  });

  describe('of any kind', () => {
    it('never breaks the server', { timeout: 60_000 }, async () => {
      const request = async (path: string, init: RequestInit) => {
        const response = await host.app.request(path, init);
        expect(response.status).toBeLessThan(500);
        const text = await response.text();
        expect(() => JSON.parse(text)).not.toThrow();
        // What the request itself says may come back in the message.
        expect(response.ok || LEAK.test(path + String(init.body)) ? '' : text).not.toMatch(LEAK);
      };
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyList, anyList, anyRecord), (path) => request(path, {})),
        { numRuns: 400 },
      );
      await fc.assert(
        fc.asyncProperty(anyWrite, ({ method, path, body, type }) =>
          request(path, {
            method,
            body,
            headers: { 'Content-Type': type, 'Idempotency-Key': 'fuzz' },
          }),
        ),
        { numRuns: 400 },
      );
    });
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
