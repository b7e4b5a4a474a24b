import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { freshPostgresDatabase } from '../support/hosts.ts';
import { run } from '../support/program.ts';
import { deliver, event, list, newClient, receipt, send } from '../support/requests.ts';

const ROLE = 'clientele_app';
const log = { info: () => undefined, error: () => undefined };

describe('FIN-8 the role that the server connects as', () => {
  let owner: Kysely<Database>;
  let server: Kysely<Database>;
  let drop: () => Promise<void>;
  let url: string;

  beforeAll(async () => {
    const database = await freshPostgresDatabase();
    drop = database.drop;
    url = database.db;
    owner = await openPostgres(url, log);
    await migrate(owner);
    await sql.raw(`create role ${ROLE} login password 'app'`).execute(owner);
    const { code, stderr } = await run(['grant', '--role', ROLE], { DATABASE_URL: url });
    if (code !== 0) throw new Error(stderr);
    const asRole = new URL(url);
    asRole.username = ROLE;
    asRole.password = 'app';
    server = await openPostgres(asRole.href, log);
  });
  afterAll(async () => {
    await server.destroy();
    await sql.raw(`drop owned by ${ROLE}`).execute(owner);
    await sql.raw(`drop role ${ROLE}`).execute(owner);
    await owner.destroy();
    await drop();
  });

  it('starts the server on a database that is up to date', async () => {
    expect(await migrate(server)).toEqual([]);
  });

  it('does the whole work of the server', async () => {
    const app = createApp({ db: server, log, authenticate: async () => ({ id: 'anna' }) });
    const { id } = await newClient(app);
    const money = (resource: string, body: object) =>
      send<Transaction>(app, 'POST', `/api/${resource}`, {
        clientId: id,
        idempotencyKey: JSON.stringify(body),
        ...body,
      });
    const topUp = await money('transactions', { kind: 'top_up', amount: '10' });
    expect(topUp.status).toBe(201);
    expect((await money('credit_limits', { amount: '5', notify: true })).status).toBe(201);
    await deliver(app, [
      event(id, 'a', { status: 'queued' }),
      receipt(id, 'a', 'rejected', '2026-11-20T10:00:05Z'),
      receipt(id, 'later', 'delivered', '2026-11-20T10:00:05Z'),
    ]);
    const reversal = { kind: 'reversal', reversesId: topUp.body.id, comment: 'A mistake' };
    expect((await money('transactions', reversal)).status).toBe(201);
    expect((await send(app, 'PUT', `/api/clients/${id}`, { company: 'New name' })).status).toBe(
      200,
    );
    expect((await list(app, 'transactions', { clientId: id })).total).toBe(4);
    const other = await newClient(app);
    expect((await send(app, 'DELETE', `/api/clients/${other.id}`)).status).toBe(200);
    expect((await verifyBalances(server)).faults).toEqual([]);
  });

  it.each(['transactions', 'credit_limits', 'audit'])(
    'cannot change or delete rows of %s, even where the triggers are gone',
    async (table) => {
      await sql.raw(`alter table ${table} disable trigger all`).execute(owner);
      const rows = () => sql.raw(`select * from ${table} order by 1, 2`).execute(owner);
      const before = await rows();
      for (const statement of [
        `update ${table} set actor = 'x'`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} enable trigger all`,
        `drop table ${table}`,
      ]) {
        await expect(sql.raw(statement).execute(server), statement).rejects.toMatchObject({
          code: '42501',
        });
      }
      expect((await rows()).rows).toEqual(before.rows);
      await sql.raw(`alter table ${table} enable trigger all`).execute(owner);
    },
  );

  it('is refused when it is nobody, or the owner of the tables', async () => {
    expect(await run(['grant', '--role', 'nobody_here'], { DATABASE_URL: url })).toMatchObject({
      code: 1,
      stderr: 'There is no role nobody_here.\n',
    });
    expect(await run(['grant', '--role', 'postgres'], { DATABASE_URL: url })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('owns the tables'),
    });
    expect(await run(['grant'], { DATABASE_URL: url })).toMatchObject({ code: 2 });
  });

  it('has rights on every table, so that a new one is not forgotten', async () => {
    const { rows } = await sql<{ table: string }>`
      select relname as table from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
        and not has_table_privilege(${ROLE}, oid, 'select')`.execute(owner);
    expect(rows).toEqual([]);
  });
});
