import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres.ts';

describe.each([15, 18] as const)('PostgreSQL %i from npm', (version) => {
  let server: PostgresServer;
  let client: pg.Client;

  beforeAll(async () => {
    server = await startPostgres(version);
    client = new pg.Client(await server.createDatabase('support-test'));
    await client.connect();
  }, 60_000);

  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  const value = async (sql: string) => Object.values((await client.query(sql)).rows[0])[0];

  test('is the version asked for', async () => {
    expect(await value('select version()')).toMatch(`PostgreSQL ${version}.`);
  });

  test('knows the case of Cyrillic letters', async () => {
    expect(await value(`select lower('ЖЇҐ')`)).toBe('жїґ');
  });

  test('has trigrams', async () => {
    await client.query('create extension pg_trgm');
    expect(await value(`select similarity('Київстар', 'київстар')`)).toBe(1);
  });

  test('sorts by the rules of people, where it is asked to', async () => {
    const sorted = `select array_agg(name order by name collate "und-x-icu") from
      unnest(array['б', 'Я', 'а', 'А']) as name`;
    expect(await value(sorted)).toEqual(['а', 'А', 'б', 'Я']);
  });
});

test('servers run side by side, and stop() leaves nothing behind', async () => {
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  const clients = servers.map((server) => new pg.Client(server.url('postgres')));
  const folders = [];
  for (const client of clients) {
    client.on('error', () => {}); // stop() cuts the connection
    await client.connect();
    const { rows } = await client.query('show data_directory');
    folders.push(dirname(rows[0].data_directory));
  }
  expect(new Set(folders).size).toBe(2);
  expect(folders.every((folder) => existsSync(folder))).toBe(true);

  await Promise.all(servers.map((server) => server.stop()));
  expect(folders.some((folder) => existsSync(folder))).toBe(false);
  await expect(new pg.Client(servers[0]!.url('postgres')).connect()).rejects.toThrow(
    'ECONNREFUSED',
  );
}, 60_000);
