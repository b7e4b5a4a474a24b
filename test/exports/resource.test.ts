import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { exported, type Export } from '../../schema/exports.ts';
import { stopExports } from '../../server/exports/job.ts';
import { deleteExpiredExports } from '../../server/exports/store.ts';
import { createApp } from '../../server/app.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { fillLedger } from './ledger-rows.ts';
import { readExport } from './read-workbook.ts';

const ROWS = 10_000;

interface ProblemBody {
  message: string;
  type: string;
}

describe.each(HOSTS)('exports on %s', (name) => {
  let host: TestHost;
  let client: Client;
  /** Who asks in the next requests. */
  let asker = 'anna';
  beforeAll(async () => {
    host = await openHost(name, { authenticate: async () => (asker ? { id: asker } : null) });
    client = await newClient(host.app);
    await fillLedger(host.db, client.id, ROWS);
  });
  afterAll(async () => {
    await stopExports(host.db);
    await host.close();
  });
  beforeEach(async () => {
    asker = 'anna';
    await stopExports(host.db);
    await host.db.deleteFrom('exports').execute();
  });

  const create = (rest: object = {}) =>
    send<Export & ProblemBody>(host.app, 'POST', '/api/exports', {
      resource: 'transactions',
      filter: { clientId: client.id },
      ...rest,
    });
  const get = (id: string) => send<Export & ProblemBody>(host.app, 'GET', `/api/exports/${id}`);
  const finished = (id: string) =>
    vi.waitFor(
      async () => {
        const { body } = await get(id);
        expect(body.status).not.toBe('running');
        return body;
      },
      { timeout: 20_000, interval: 20 },
    );
  /** Fetches a file the way a browser navigates: by its address alone. */
  const follow = async (url: string | null) => {
    const before = asker;
    asker = '';
    const response = await host.app.request(url ?? '');
    const bytes = await response.arrayBuffer();
    asker = before;
    return { response, bytes };
  };
  const piecesLeft = async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from export_chunks`.execute(
      host.db,
    );
    return rows[0]?.n;
  };

  it('LIST-10 answer at once, tell their progress, and end as a file', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(exported.parse(body)).toMatchObject({
      resource: 'transactions',
      status: 'running',
      total: ROWS,
      fileName: `Transactions ${client.id} all ${client.company}.xlsx`,
      url: null,
      error: null,
    });
    const done = await finished(body.id);
    expect(done).toMatchObject({ id: body.id, status: 'done', rows: ROWS, error: null });

    const { response, bytes } = await follow(done.url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-length': String(done.bytes),
      'cache-control': 'no-store',
    });
    expect(response.headers.get('Content-Disposition')).toContain(done.fileName);
    expect(bytes.byteLength).toBe(done.bytes);
    expect((await readExport(bytes)).rows).toHaveLength(ROWS);
    // As often as wanted.
    expect((await follow(done.url)).bytes.byteLength).toBe(done.bytes);
  });

  it('are the same file as the direct one', async () => {
    const query = {
      filter: { clientId: client.id, kind: 'fee' },
      sort: ['amount', 'DESC'],
      columns: ['id', 'amount'],
    };
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]) => [key, JSON.stringify(value)]),
    );
    const direct = await host.app.request(`/api/transactions.xlsx?${search}`);
    const { body } = await create(query);
    const { bytes } = await follow((await finished(body.id)).url);
    expect(Buffer.from(bytes).equals(Buffer.from(await direct.arrayBuffer()))).toBe(true);
  });

  it('stop when they are deleted, and leave nothing behind', async () => {
    const { body } = await create();
    const { status, body: deleted } = await send<Export>(
      host.app,
      'DELETE',
      `/api/exports/${body.id}`,
    );
    expect(status).toBe(200);
    expect(deleted).toMatchObject({ id: body.id, status: 'cancelled', url: null });
    expect((await get(body.id)).status).toBe(404);
    // Another one may start at once, while the first still finds out.
    expect((await create({ filter: { clientId: client.id, kind: 'fee' } })).status).toBe(201);
    await stopExports(host.db);
    expect(await piecesLeft()).toBe(0);
    expect(host.logged).toEqual([]);
  });

  it('are deleted with their file', async () => {
    const { body } = await create();
    const { url } = await finished(body.id);
    expect(await piecesLeft()).toBeGreaterThan(0);
    await send(host.app, 'DELETE', `/api/exports/${body.id}`);
    expect(await piecesLeft()).toBe(0);
    expect((await follow(url)).response.status).toBe(404);
  });

  it('run one at a time for each person', async () => {
    const attempts = await Promise.all([create(), create(), create(), create()]);
    const statuses = attempts.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409]);
    const refused = attempts.find(({ status }) => status === 409);
    expect(refused?.body.message).toMatch(
      /^You have an export running: Transactions .+ cancel it\.$/,
    );
    asker = 'boris';
    expect((await create()).status).toBe(201);
  });

  it('belong to who asked for them', async () => {
    const { body } = await create();
    const { url } = await finished(body.id);
    asker = 'boris';
    expect((await get(body.id)).status).toBe(404);
    expect((await send(host.app, 'DELETE', `/api/exports/${body.id}`)).status).toBe(404);
    expect(await list(host.app, 'exports')).toEqual({ rows: [], total: 0 });
    asker = 'anna';
    const { rows, total } = await list<Export>(host.app, 'exports', {}, ['createdAt', 'DESC']);
    expect({ rows, total }).toMatchObject({ rows: [{ id: body.id, url }], total: 1 });
    expect((await list(host.app, 'exports', { id: [body.id, 'x'] })).total).toBe(1);
    expect((await list(host.app, 'exports', { status: 'failed' })).total).toBe(0);
  });

  it('give their file to nobody without the right token, in time', async () => {
    const first = await finished((await create()).body.id);
    const second = await finished((await create()).body.id);
    const token = (url: string | null) => new URL(url ?? '').searchParams.get('token') ?? '';
    const path = `/api/exports/${first.id}/file`;
    for (const wrong of [
      path,
      `${path}?token=`,
      `${path}?token=${token(first.url).slice(1)}`,
      `${path}?token=${token(first.url).replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`,
      `${path}?token=${token(second.url)}`,
      `/api/exports/${crypto.randomUUID()}/file?token=${token(first.url)}`,
      `/api/exports/x/file?token=${token(first.url)}`,
    ]) {
      expect((await follow(wrong)).response.status, wrong).toBe(404);
    }
    const { rows } = await sql`select * from exports`.execute(host.db);
    expect(JSON.stringify(rows)).not.toContain(token(first.url));

    await host.db
      .updateTable('exports')
      .set({ expiresAt: sql`now()` })
      .where('exportId', '=', first.id)
      .execute();
    expect((await follow(first.url)).response.status).toBe(404);
    expect((await get(first.id)).status).toBe(404);
    await deleteExpiredExports(host.db);
    const left = await sql`select export_id from exports union select export_id from export_chunks`;
    expect((await left.execute(host.db)).rows).toEqual([{ exportId: second.id }]);
  });

  it('have a new address when another process made the file', async () => {
    const { body } = await create();
    const { url } = await finished(body.id);
    await host.db.updateTable('exports').set({ tokenHash: 'of another process' }).execute();
    expect((await follow(url)).response.status).toBe(404);
    const again = await get(body.id);
    expect((await follow(again.body.url)).response.status).toBe(200);
  });

  it('have an address where people reach the server', async () => {
    const publicUrl = 'https://console.example.com/sms/';
    const app = createApp({ db: host.db, publicUrl, authenticate: async () => ({ id: 'anna' }) });
    const { body } = await create();
    const { url } = await finished(body.id);
    expect(url).toMatch(
      /^http:\/\/localhost\/api\/exports\/[-0-9a-f]{36}\/file\?token=[0-9a-f]{64}$/,
    );
    const elsewhere = await send<Export>(app, 'GET', `/api/exports/${body.id}`);
    expect(elsewhere.body.url).toBe(
      url?.replace('http://localhost', 'https://console.example.com/sms'),
    );
  });

  it('have failed when their process is gone, and do not bar another one', async () => {
    await host.db
      .insertInto('exports')
      .values({
        actor: 'anna',
        resource: 'transactions',
        request: '{}',
        total: 10,
        fileName: 'x.xlsx',
        tokenHash: '',
        updatedAt: sql`now() - interval '31 seconds'`,
        expiresAt: sql`now() + interval '1 hour'`,
      })
      .execute();
    const gone = { status: 'failed', url: null, error: 'It was interrupted. Start it again.' };
    expect((await list(host.app, 'exports')).rows).toMatchObject([gone]);
    expect((await create()).status).toBe(201);
  });

  it('have failed when the server stops', async () => {
    const { body } = await create();
    await stopExports(host.db);
    expect((await get(body.id)).body).toMatchObject({
      status: 'failed',
      error: 'It was interrupted. Start it again.',
    });
    expect(await piecesLeft()).toBe(0);
  });

  it('tell that they failed, and log why', async () => {
    await sql`alter table export_chunks add constraint full_disk check (nth < 0)`.execute(host.db);
    const { body } = await create();
    expect(await finished(body.id)).toMatchObject({
      status: 'failed',
      error: 'Something went wrong here.',
      url: null,
    });
    await sql`alter table export_chunks drop constraint full_disk`.execute(host.db);
    expect(host.logged.splice(0)).toMatchObject([{ exportId: body.id }]);
  });

  it.each([
    [{ resource: 'clients' }, 422, 'resource'],
    [{ filter: [] }, 422, 'filter'],
    [{ color: 'red' }, 422, 'color'],
    [{ columns: [] }, 422, 'columns'],
    [{ filter: { color: 'red' } }, 400, 'Unknown filter "color". Allowed: from, to'],
    [{ sort: ['mailing', 'ASC'] }, 400, 'An export cannot be sorted by "mailing". Allowed: id'],
    [{ columns: ['color'] }, 400, 'Unknown column "color". Allowed: occurredAt'],
    [{ filter: { clientId: 999_999 } }, 404, 'There is no client 999999.'],
  ])('refuse what they cannot do: %j', async (body, status, message) => {
    const answer = await create(body);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
    expect((await list(host.app, 'exports')).total).toBe(0);
  });

  it('are in the audit log', async () => {
    const { body } = await create({ columns: ['debit'] });
    const filter = { resource: 'exports', recordId: body.id };
    expect((await list(host.app, 'audit', filter)).rows).toMatchObject([
      {
        clientId: client.id,
        actor: 'anna',
        action: 'create',
        after: { filter: { clientId: client.id }, columns: ['debit'], total: ROWS },
      },
    ]);
  });

  it('need a person to be asked for', async () => {
    asker = '';
    expect((await create()).status).toBe(401);
    expect((await get(crypto.randomUUID())).status).toBe(401);
    expect((await host.app.request('/api/transactions.xlsx')).status).toBe(401);
  });

  it('log no other error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});

describe.each(HOSTS)('a long export on %s', (name) => {
  let host: TestHost;
  let clientId: number;
  beforeAll(async () => {
    host = await openHost(name);
    clientId = (await newClient(host.app)).id;
    await fillLedger(host.db, clientId, 60_000);
  });
  afterAll(() => host.close());

  it('LIST-10 tells its progress and can be cancelled midway', async () => {
    const { body } = await send<Export>(host.app, 'POST', '/api/exports', {
      resource: 'transactions',
      filter: { clientId },
    });
    const path = `/api/exports/${body.id}`;
    const half = await vi.waitFor(
      async () => {
        const now = await send<Export>(host.app, 'GET', path);
        expect(now.body.rows).toBeGreaterThan(0);
        return now.body;
      },
      { timeout: 20_000, interval: 5 },
    );
    expect(half).toMatchObject({ status: 'running', total: 60_000, url: null });
    expect(half.rows).toBeLessThan(60_000);
    expect(half.bytes).toBeGreaterThan(0);
    expect((await send(host.app, 'DELETE', path)).body).toMatchObject({ status: 'cancelled' });
    await stopExports(host.db);
    const left = await sql`select export_id from export_chunks`.execute(host.db);
    expect(left.rows).toEqual([]);
    expect(host.logged).toEqual([]);
  });

  it('stops reading when the client of the direct one goes away', async () => {
    let executed = 0;
    const watched = host.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        executed += 1;
        return result;
      },
    });
    const app = createApp({ db: watched, authenticate: async () => ({ id: 'anna' }) });
    const response = await app.request(`/api/transactions.xlsx?filter={"clientId":${clientId}}`);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    const then = executed;
    await new Promise((resolve) => setTimeout(resolve, 300));
    // All that may come is the page that was being read ahead.
    expect(executed - then).toBeLessThanOrEqual(1);
    expect(then).toBeLessThan(15);
  });
});
