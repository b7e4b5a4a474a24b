import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { NOW, openHost, type TestHost } from '../support/hosts.ts';
import { ALL_NAMES, AWKWARD, LISTS, NEW_RECORDS, OPTIONS, populate } from './population.ts';
import { anyList, anyRecord, anyWrite } from './strange-requests.ts';

/** Instants that come from the clock of the database. */
const BY_THE_CLOCK =
  /"((?:registered|occurred|set|requested|decided|created|nextAttempt|repeated)At|at)":"\d{4}-[^"]*"/g;

type Host = Pick<TestHost, 'app' | 'logged' | 'close'>;

describe('the same requests', () => {
  let hosts: Host[];
  beforeAll(async () => {
    // One by one: PGlite keeps the process busy while it starts, and a connection would time out.
    hosts = [
      await openHost('PGlite', OPTIONS),
      await openHost('PostgreSQL', OPTIONS),
      await openEnglish(),
    ];
    for (const { app } of hosts) await populate(app);
  });
  afterAll(() => Promise.all(hosts.map(({ close }) => close())));

  /** Sends a request to each host, and expects the same answer of all: status, headers and bytes. */
  const ask = async (path: string, init?: RequestInit) => {
    const answers = await Promise.all(
      hosts.map(async ({ app }) => {
        const response = await app.request(path, init);
        const text = await response.text();
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: text.replace(BY_THE_CLOCK, '"$1":"now"'),
        };
      }),
    );
    const [first, ...others] = answers;
    for (const other of others) expect({ path, ...other }).toEqual({ path, ...first });
    return first;
  };
  const askJson = (method: string, path: string, body: unknown, key = '') =>
    ask(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
      body: JSON.stringify(body),
    });

  it.each(LISTS)('list %s where %o alike, in every order', async (resource, filter) => {
    const refusal = await ask(`/api/${resource}?sort=["?","ASC"]`);
    const fields = /Allowed: ([\w, ]+)\./.exec(JSON.stringify(refusal))?.[1]?.split(', ') ?? [];
    expect(fields).toContain('id');
    const find = encodeURIComponent(JSON.stringify(filter));
    for (const field of fields) {
      for (const order of ['ASC', 'DESC']) {
        await ask(`/api/${resource}?filter=${find}&sort=["${field}","${order}"]&range=[0,99]`);
      }
    }
    await ask(`/api/${resource}?filter=${find}`);
    await ask(`/api/${resource}?filter=${find}&range=[1,2]`);
    await ask(`/api/${resource}?filter=${find}&range=[900,999]`);
  });

  it('change records alike', async () => {
    for (const [n, company] of [
      'Ёлка',
      'éclair',
      'Eclair',
      'zebra',
      'Åse',
      '_x',
      'a b',
      'ab',
    ].entries()) {
      await askJson('POST', '/api/clients', {
        ...NEW_RECORDS.clients,
        login: `49300000000${n}`,
        company,
        email: `${company.replaceAll(/\W/g, '-')}x@Example.com`,
        managerId: company,
      });
    }
    for (const field of ['company', 'email', 'managerId', 'channel', 'site']) {
      await ask(`/api/clients?sort=["${field}","ASC"]&range=[0,99]`);
      await ask(`/api/clients?sort=["${field}","DESC"]&range=[0,99]`);
    }
    for (const q of ['é', 'ЁЛ', 'ÅSE', 'E', AWKWARD, '_x', '4930 000']) {
      await ask(`/api/clients?filter=${encodeURIComponent(JSON.stringify({ q }))}`);
    }
    await askJson('PUT', '/api/clients/3', { city: AWKWARD, tags: [AWKWARD, '', 'null', 'a,b'] });
    await askJson('PUT', '/api/clients/3', { version: 1 });
    await askJson('PUT', '/api/clients/1', { currency: 'USD' });
    await askJson('POST', '/api/clients', { ...NEW_RECORDS.clients, login: '380501112233' });
    await ask('/api/clients/1', { method: 'DELETE' });
    expect(await ask('/api/clients/3', { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await ask('/api/clients/3')).toMatchObject({ status: 404 });
    await askJson('POST', '/api/sender_names', NEW_RECORDS.sender_names);
    await askJson('POST', '/api/sender_names', { ...NEW_RECORDS.sender_names, name: 'FINE' });
    await askJson('PUT', '/api/sender_names/1-2', { questionnaire: { subject: AWKWARD } });
    await ask('/api/sender_names/1-2', { method: 'DELETE' });
    for (const resource of ALL_NAMES) await ask(`/api/${resource}`);
  });

  it('move money alike', async () => {
    for (const [amount, key] of [
      ['1.5', 'a'],
      ['1.50', 'a'],
      ['2', 'a'],
      ['0.000001', 'b'],
      ['99999999999999.999999', 'c'],
      ['0', 'd'],
      ['1', ''],
    ] as const) {
      await askJson('POST', '/api/transactions', { ...NEW_RECORDS.transactions, amount }, key);
      await askJson('POST', '/api/credit_limits', { ...NEW_RECORDS.credit_limits, amount }, key);
    }
    for (const [body, key] of [
      [{ kind: 'bonus', amount: '7' }, 'e'],
      [{ kind: 'fee', amount: '-7', comment: AWKWARD }, 'f'],
      [{ kind: 'fee', amount: '-70000000000000', comment: AWKWARD }, 'g'],
      [{ kind: 'adjustment', amount: '-0.000001', comment: AWKWARD }, 'h'],
      [{ kind: 'reversal', reversesId: '1-1', comment: AWKWARD }, 'i'],
      [{ kind: 'reversal', reversesId: '1-1', comment: AWKWARD }, 'j'],
      [{ kind: 'reversal', reversesId: '1-1', comment: AWKWARD }, 'i'],
      [{ kind: 'charge', amount: '-1' }, 'k'],
    ] as const) {
      await askJson('POST', '/api/transactions', { clientId: 1, ...body }, key);
    }
    const expiresAt = '2100-01-01T02:00:00.5+02:00';
    await askJson(
      'POST',
      '/api/credit_limits',
      { clientId: 1, amount: '9', expiresAt, notify: true },
      'l',
    );
    await askJson('PUT', '/api/top_up_requests/1-1', { status: 'approved' });
    await askJson('PUT', '/api/top_up_requests/1-1', { status: 'rejected' });
    await askJson('PUT', '/api/top_up_requests/1-1', { status: 'rejected', reason: AWKWARD });
    await askJson('PUT', '/api/top_up_requests/1-1', { status: 'withdrawn' });
    await askJson('PUT', '/api/notices/1-1', { status: 'pending' });
    await askJson('POST', '/api/messages', NEW_RECORDS.messages);
    await askJson('POST', '/api/messages', [NEW_RECORDS.messages, null, { at: 1 }]);
    for (const [resource, filter] of LISTS) {
      const answer = await ask(
        `/api/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      );
      expect(answer).toMatchObject({ status: 200 });
    }
  });

  it('of any kind get the same answers', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyList, anyList, anyRecord), async (path) => {
        await ask(path);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(anyWrite, async ({ method, path, body, type }) => {
        const headers = { 'Content-Type': type, 'Idempotency-Key': 'fuzz' };
        await ask(path, { method, body, headers });
      }),
      { numRuns: 300 },
    );
    const needy: readonly string[] = ['statistics', 'statements', 'previews'];
    for (const resource of ALL_NAMES.filter((one) => !needy.includes(one))) {
      expect(await ask(`/api/${resource}`)).toMatchObject({ status: 200 });
    }
  });

  it('log no error', () => {
    expect(hosts.flatMap(({ logged }) => logged)).toEqual([]);
  });
});

/** PostgreSQL with habits of its own: an English order of text, another time zone and date style. */
async function openEnglish(): Promise<Host> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  await admin.query(`create database english template template0 encoding 'UTF8'
    locale 'C.UTF-8' locale_provider icu icu_locale 'en-US'`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = '/english';
  url.searchParams.set('options', '-c TimeZone=Asia/Kathmandu -c DateStyle=German');
  const logged: object[] = [];
  const log = { info: () => undefined, error: (details: object) => logged.push(details) };
  const db = await openPostgres(url.href, log);
  await migrate(db);
  const authenticate = async () => ({ id: 'tester' });
  return {
    app: createApp({ db, log, authenticate, clock: () => NOW, ...OPTIONS }),
    logged,
    close: async () => {
      await db.destroy();
      await admin.query('drop database english with (force)');
      await admin.end();
    },
  };
}
