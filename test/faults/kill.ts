import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { expectExact, newClient, PROVEN } from '../finance/over-http.ts';
import { startPosting } from '../finance/tireless.ts';
import { startPostgres } from '../support/postgres.ts';
import { run, serve, type RunningProgram } from '../support/program.ts';

const WORKERS = 8;
const PAUSE_MS = 2_500;

/**
 * Workers post money and messages without a break, and repeat what they got no answer for with the
 * same key, while the server or its database is killed again and again. In the end everything that
 * was answered must be there once, nothing else, and every balance must follow from its rows.
 */
describe('FIN-7, FIN-9 kill -9 in the middle of postings', () => {
  it('of one of two servers on PostgreSQL', async () => {
    const postgres = await startPostgres(15, { durable: true });
    const env = { DATABASE_URL: await postgres.createDatabase('faults'), LOG_LEVEL: 'silent' };
    const servers = [await serve(env), await serve(env)];
    await campaign(servers, async (round) => {
      const place = round % servers.length;
      servers[place] = await killAndStart(servers[place], env);
    });
    await Promise.all(servers.map((server) => server.stop()));
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await postgres.stop();
  });

  it('of PostgreSQL itself', async () => {
    const postgres = await startPostgres(15, { durable: true });
    const env = { DATABASE_URL: await postgres.createDatabase('faults'), LOG_LEVEL: 'silent' };
    const servers = [await serve(env)];
    await campaign(servers, () => postgres.crash());
    await servers[0]?.stop();
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await postgres.stop();
  });

  it('of the server with the embedded database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-faults-'));
    const env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' };
    const servers = [await serve(env)];
    await campaign(servers, async () => {
      servers[0] = await killAndStart(servers[0], env);
    });
    await servers[0]?.stop();
    expect((await run(['verify'], env)).stdout).toContain(PROVEN);
    await rm(folder, { recursive: true });
  });
});

async function killAndStart(
  server: RunningProgram | undefined,
  env: NodeJS.ProcessEnv,
): Promise<RunningProgram> {
  server?.child.kill('SIGKILL');
  await setTimeout(300);
  return serve(env);
}

const KILLS = 5;

/**
 * Workers post through the kills; then everything that was answered is there once, and nothing
 * else. `servers` always holds who answers now.
 */
async function campaign(
  servers: readonly RunningProgram[],
  kill: (round: number) => Promise<void>,
): Promise<void> {
  const anyone = () => servers[Math.floor(Math.random() * servers.length)]?.url ?? '';
  const first = { url: anyone() };
  const clients = [await newClient(first, '1000'), await newClient(first, '1000')];
  const stop = startPosting(anyone, clients, WORKERS);
  for (let round = 0; round < KILLS; round += 1) {
    await setTimeout(PAUSE_MS);
    await kill(round);
  }
  await setTimeout(PAUSE_MS);
  const told = await stop();
  await expectExact({ url: anyone() }, clients, told);
  process.stdout.write(
    `${told.rows.size} postings, ${told.messages} messages, ${told.repeated} repeated requests, ` +
      `${KILLS} kills\n`,
  );
}
