import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openEmbedded } from '../../server/databases/embedded.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { migrations } from '../../schema/migrations/index.ts';
import { freshPostgresDatabase } from '../support/hosts.ts';
import { startPostgres } from '../support/postgres.ts';

const quiet = { info: () => undefined, error: () => undefined };
const names = migrations.map(({ name }) => name);

describe('OPS-1 the embedded database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'clientele-')), 'data');
  });
  afterAll(() => rm(join(folder, '..'), { recursive: true }));

  it('keeps what was committed, and gives the folder back', async () => {
    const first = await openEmbedded(folder);
    expect(await migrate(first)).toEqual(names);
    await first.insertInto('countries').values({ code: 'X1', name: 'Testland' }).execute();
    await first.destroy();
    expect(existsSync(`${folder}.lock`)).toBe(false);

    const second = await openEmbedded(folder);
    expect(await migrate(second)).toEqual([]);
    const kept = await second
      .selectFrom('countries')
      .selectAll()
      .where('code', '=', 'X1')
      .execute();
    expect(kept).toHaveLength(1);
    await second.destroy();
  });

  it('refuses a folder that a running process holds, and names the process', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(holder, 'spawn');
    const { hostname } = await import('node:os');
    await writeFile(`${folder}.lock`, JSON.stringify({ pid: holder.pid, host: hostname() }));
    await expect(openEmbedded(folder)).rejects.toThrow(`in use by process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    // Its process is gone, so the folder is free again.
    const db = await openEmbedded(folder);
    await db.destroy();
  });

  it('refuses a folder of another engine version and changes nothing', async () => {
    const version = join(folder, 'engine-version');
    const before = await readFile(version, 'utf8');
    await writeFile(version, '99\n');
    await expect(openEmbedded(folder)).rejects.toThrow('is of engine version 99');
    await writeFile(version, before);
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  it('says why a folder cannot be used', async () => {
    const file = join(folder, '..', 'file');
    await writeFile(file, '');
    await expect(openEmbedded(join(file, 'data'))).rejects.toThrow('cannot be used');
  });
});

describe('migrations on PostgreSQL', () => {
  it('run once when several processes start at the same time', async () => {
    const { db: url, drop } = await freshPostgresDatabase();
    const starters = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url, quiet)));
    const ran = await Promise.all(starters.map((db) => migrate(db)));
    expect(ran.filter((names) => names.length > 0)).toEqual([names]);
    await Promise.all(starters.map((db) => db.destroy()));
    await drop();
  });

  it('refuse a database that is newer than the program', async () => {
    const { db: url, drop } = await freshPostgresDatabase();
    const db = await openPostgres(url, quiet);
    await migrate(db);
    await db.insertInto('schemaMigrations').values({ name: '9999-future' }).execute();
    await expect(migrate(db)).rejects.toThrow('newer than this program');
    await db.destroy();
    await drop();
  });

  it('refuse a database that knows no letters beyond ASCII, and leave nothing in it', async () => {
    const url = new URL(inject('postgresUrl'));
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(`create database ascii_only template template0 encoding 'UTF8' locale 'C'`);
    url.pathname = '/ascii_only';
    const db = await openPostgres(url.href, quiet);
    await expect(migrate(db)).rejects.toThrow('UTF-8 locale');
    const { rows } = await sql`select from pg_tables where schemaname = 'public'`.execute(db);
    expect(rows).toEqual([]);
    await db.destroy();
    await client.query('drop database ascii_only');
    await client.end();
  });

  it('run on PostgreSQL 18 too, and a database that goes away answers 503', async () => {
    const server = await startPostgres(18);
    const db = await openPostgres(await server.createDatabase('clientele'), quiet);
    expect(await migrate(db)).toEqual(names);

    const app = createApp({ db, log: quiet, authenticate: async () => ({ id: 'tester' }) });
    expect((await app.request('/api/clients')).status).toBe(200);
    await server.stop();
    // A database that is gone is no fault of the request's sender, and told without details.
    for (const path of ['/api/clients', '/api/clients/1', '/api/transactions']) {
      const answer = await app.request(path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(await answer.json()).toEqual({
        message: 'The database cannot be reached at the moment.',
        type: 'urn:clientele:problem:unavailable',
        status: 503,
      });
    }
    await db.destroy();
  });
});

describe('a PostgreSQL connection', () => {
  it.each([
    ['mysql://localhost/x', 'must look like postgres://'],
    ['postgres://nobody@127.0.0.1:1/x', 'cannot be used: connect ECONNREFUSED'],
  ])('to %s is refused in a line', async (url, message) => {
    await expect(openPostgres(url, quiet)).rejects.toThrow(message);
  });

  it('that the server ends does not end the process: the query fails, the next one works', async () => {
    const { db: url, drop } = await freshPostgresDatabase();
    const db = await openPostgres(url, quiet);
    const killed = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(trx);
    });
    await expect(killed).rejects.toThrow(/terminated|not queryable/);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
    await drop();
  });
});
