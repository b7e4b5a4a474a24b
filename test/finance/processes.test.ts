import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { freshPostgresDatabase } from '../support/hosts.ts';
import { run, serve, type RunningProgram } from '../support/program.ts';
import { ask, expectExact, ledger, newClient, PROVEN } from './over-http.ts';
import { startPosting } from './tireless.ts';

describe('FIN-7 two servers on one PostgreSQL', () => {
  let env: { DATABASE_URL: string; LOG_LEVEL: string };
  let servers: [RunningProgram, RunningProgram];
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshPostgresDatabase();
    drop = database.drop;
    env = { DATABASE_URL: database.db, LOG_LEVEL: 'silent' };
    servers = [await serve(env), await serve(env)];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await drop();
  });

  it('carry out once what comes to both with the same key', async () => {
    const clientId = await newClient(servers[0], '100');
    const requests = Array.from({ length: 30 }, (_, n) => {
      const money = { clientId, kind: 'bonus', amount: '0.01', idempotencyKey: `both ${n}` };
      const limit = { clientId, amount: String(n), idempotencyKey: `both ${n}` };
      return n % 3 === 0
        ? (['/api/credit_limits', limit] as const)
        : (['/api/transactions', money] as const);
    });
    const answers = await Promise.all(
      requests.map(([path, body]) =>
        Promise.all(servers.map((server) => ask<object>(server, 'POST', path, body))),
      ),
    );
    for (const [one, other] of answers) {
      expect([one?.status, other?.status]).toEqual([201, 201]);
      expect(one?.body).toEqual(other?.body);
      expect([one?.replayed, other?.replayed].filter(Boolean)).toHaveLength(1);
    }
    expect(await ledger(servers[1], clientId)).toHaveLength(21);
  });

  it('L11 give out money for 100 to exactly 100', async () => {
    const clientId = await newClient(servers[0], '100');
    const fee = { clientId, kind: 'fee', amount: '-1', comment: 'race' };
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        for (;;) {
          const body = { ...fee, idempotencyKey: `hundred ${n}` };
          const { status } = await ask(
            servers[n % 2 === 0 ? 0 : 1],
            'POST',
            '/api/transactions',
            body,
          );
          if (status !== 503) return status;
        }
      }),
    );
    expect(answers.filter((status) => status === 201)).toHaveLength(100);
    expect(answers.filter((status) => status === 422)).toHaveLength(200);
    const { body } = await ask<Client>(servers[1], 'GET', `/api/clients/${clientId}`);
    expect(body.balance).toBe('0.000000');
  });

  it('lose nothing that one of them acknowledged before kill -9', { timeout: 90_000 }, async () => {
    const clients = [await newClient(servers[0], '100'), await newClient(servers[1], '100')];
    let turn = 0;
    const stop = startPosting(() => servers[(turn += 1) % 2 === 0 ? 0 : 1].url, clients, 6);
    await setTimeout(700);
    servers[0].child.kill('SIGKILL');
    servers[0] = await serve(env);
    await setTimeout(300);
    const told = await stop();
    expect(told.repeated).toBeGreaterThan(0);
    await expectExact(servers[1], clients, told);
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
  });
});

describe('FIN-7 a server with the embedded database', () => {
  it('loses nothing that it acknowledged before kill -9', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-killed-'));
    const env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' };
    let server = await serve(env);
    const clients = [await newClient(server, '100'), await newClient(server, '100')];
    const stop = startPosting(() => server.url, clients, 4);
    await setTimeout(700);
    server.child.kill('SIGKILL');
    server = await serve(env);
    await setTimeout(300);
    const told = await stop();
    await expectExact(server, clients, told);
    await server.stop();
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await rm(folder, { recursive: true });
  });
});
