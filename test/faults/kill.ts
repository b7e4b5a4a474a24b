import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { startPostgres } from '../support/postgres.ts';
import { run, serve, type RunningProgram } from '../support/program.ts';

const WORKERS = 8;
const PAUSE_MS = 2_500;

/**
 * Workers top up without a break, and repeat what they got no answer for with the same key, while
 * the server or its database is killed again and again. In the end everything that was answered
 * must be there once, nothing else, and every balance must follow from its rows.
 */
describe('FIN-7, FIN-9 kill -9 in the middle of postings', () => {
  it('of one of two servers on PostgreSQL', async () => {
    const postgres = await startPostgres(15, { durable: true });
    const env = { DATABASE_URL: await postgres.createDatabase('faults'), LOG_LEVEL: 'silent' };
    const servers = [await serve(env), await serve(env)];
    const outcome = await campaign(servers, async (round) => {
      const place = round % servers.length;
      servers[place] = await killAndStart(servers[place], env);
    });
    await Promise.all(servers.map((server) => server.stop()));
    expect(outcome).toEqual({ lost: [], unasked: [], again: 0 });
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await postgres.stop();
  });

  it('of PostgreSQL itself', async () => {
    const postgres = await startPostgres(15, { durable: true });
    const env = { DATABASE_URL: await postgres.createDatabase('faults'), LOG_LEVEL: 'silent' };
    const servers = [await serve(env)];
    const outcome = await campaign(servers, () => postgres.crash());
    await servers[0]?.stop();
    expect(outcome).toEqual({ lost: [], unasked: [], again: 0 });
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await postgres.stop();
  });

  it('of the server with the embedded database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-faults-'));
    const env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' };
    const servers = [await serve(env)];
    const outcome = await campaign(servers, async () => {
      servers[0] = await killAndStart(servers[0], env);
    });
    await servers[0]?.stop();
    expect(outcome).toEqual({ lost: [], unasked: [], again: 0 });
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await rm(folder, { recursive: true });
  });
});

async function killAndStart(
  server: RunningProgram | undefined,
  env: NodeJS.ProcessEnv,
): Promise<RunningProgram> {
  server?.child.kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 300));
  return serve(env);
}

/** Posts through five kills. `servers` always holds who answers now. */
async function campaign(
  servers: readonly RunningProgram[],
  kill: (round: number) => Promise<void>,
): Promise<{ lost: string[]; unasked: string[]; again: number }> {
  const anyone = () => servers[Math.floor(Math.random() * servers.length)]?.url ?? '';
  const clients = [await newClient(anyone(), '380501110001'), await newClient(anyone(), '1555000')];
  const answered = new Map<string, string>();
  let repeated = 0;
  const ending = new AbortController();
  const worker = async () => {
    while (!ending.signal.aborted) {
      const key = randomUUID();
      const clientId = clients[Math.floor(Math.random() * clients.length)];
      const body = JSON.stringify({
        clientId,
        kind: 'top_up',
        amount: '0.01',
        idempotencyKey: key,
      });
      for (let id: string | null = null; id === null;) {
        id = await post(anyone(), body);
        if (id === null) repeated += 1;
        else answered.set(key, id);
      }
    }
  };
  const workers = Array.from({ length: WORKERS }, worker);
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await kill(round);
  }
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  ending.abort();
  await Promise.all(workers);

  const rows = (await Promise.all(clients.map((id) => allRows(anyone(), id)))).flat();
  process.stdout.write(`${rows.length} postings, ${repeated} repeated requests, 5 kills\n`);
  const stored = new Set(rows.map(({ id }) => id));
  const told = new Set(answered.values());
  return {
    /** Answered, and not there. */
    lost: [...told].filter((id) => !stored.has(id)),
    /** There, and nobody was ever answered. */
    unasked: [...stored].filter((id) => !told.has(id)),
    /** How many keys were answered by the row of another. */
    again: answered.size - told.size,
  };
}

const PROVEN = 'every balance follows from its rows';

/** The id of the row, or null when nobody can know whether there is one. */
async function post(url: string, body: string): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${url}/api/transactions`, { method: 'POST', headers, body });
    if (response.status === 201) return ((await response.json()) as Transaction).id;
    const problem = await response.text();
    if (response.status !== 503 && response.status !== 409) throw new Error(problem);
  } catch (error) {
    // A connection that broke is what this is about; anything else is not.
    if (!(error instanceof TypeError)) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  return null;
}

async function newClient(url: string, login: string): Promise<number> {
  const response = await fetch(`${url}/api/clients`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, company: 'Faults', currency: 'EUR' }),
  });
  return ((await response.json()) as Client).id;
}

async function allRows(url: string, clientId: number): Promise<Transaction[]> {
  const rows: Transaction[] = [];
  for (let page = 0; ; page += 1) {
    const query = new URLSearchParams({
      filter: JSON.stringify({ clientId }),
      range: JSON.stringify([page * 1000, page * 1000 + 999]),
    });
    const found = (await (await fetch(`${url}/api/transactions?${query}`)).json()) as Transaction[];
    rows.push(...found);
    if (found.length < 1000) return rows;
  }
}
