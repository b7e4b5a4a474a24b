import { randomUUID } from 'node:crypto';
import { CamelCasePlugin, Kysely, sql, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { TextPostgresDialect } from '../../server/databases/text-parameters.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { newClient, send } from '../support/requests.ts';
import { inParallel, median, printTable } from './measure.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const CLIENTS = 200;

const log = { info: () => undefined, error: () => undefined };

/** Top-ups through the API, and the very statement that it runs by the bare driver. */
describe('posting', () => {
  let server: PostgresServer;
  let db: Kysely<Database>;
  let pool: pg.Pool;
  let app: ReturnType<typeof createApp>;
  let clients: number[];

  beforeAll(async () => {
    server = await startPostgres(15, { durable: true });
    const url = await server.createDatabase('bench');
    db = await openPostgres(url, log);
    await migrate(db);
    app = createApp({ db, log, authenticate: async () => ({ id: 'bench' }) });
    clients = [];
    while (clients.length < CLIENTS) clients.push((await newClient(app)).id);
    pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  });
  afterAll(async () => {
    await pool.end();
    await db.destroy();
    await server.stop();
  });

  const viaApi = async (clientId: number) => {
    const body = { clientId, kind: 'top_up', amount: '1.5', comment: 'Card payment' };
    const { status } = await send(app, 'POST', '/api/transactions', body, {
      'Idempotency-Key': randomUUID(),
    });
    if (status !== 201) throw new Error(`${status}`);
  };

  /** The statement of one top-up, with its parameters: key and client are put in anew each time. */
  async function statement(): Promise<(clientId: number) => Promise<void>> {
    const queries: CompiledQuery[] = [];
    const listening = new Kysely<Database>({
      dialect: new TextPostgresDialect({ pool: new pg.Pool(pool.options) }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
      log: ({ query }) => void queries.push(query),
    });
    const key = randomUUID();
    const [client = 0] = clients;
    const body = { clientId: client, kind: 'top_up', amount: '1.5', comment: 'Card payment' };
    const listened = createApp({ db: listening, log, authenticate: async () => ({ id: 'bench' }) });
    await send(listened, 'POST', '/api/transactions', body, { 'Idempotency-Key': key });
    await listening.destroy();
    const [query] = queries;
    expect(queries).toHaveLength(1);
    const parameters = (query?.parameters ?? []) as (string | null)[];
    const fill = (clientId: number) => {
      const now = randomUUID();
      return parameters.map((parameter) =>
        parameter === `{"${client}"}`
          ? `{"${clientId}"}`
          : parameter === key
            ? now
            : // The fingerprint holds the client too.
              (parameter?.replace(`"clientId",${client}]`, `"clientId",${clientId}]`) ?? null),
      );
    };
    return async (clientId) => {
      await pool.query(query?.sql ?? '', fill(clientId));
    };
  }

  it('measures', async () => {
    const raw = await statement();
    const targets = {
      'one hot client': () => clients[1] ?? 0,
      [`spread over ${CLIENTS}`]: () => clients[Math.floor(Math.random() * CLIENTS)] ?? 0,
    };
    const rows: string[][] = [];
    for (const [name, pick] of Object.entries(targets)) {
      const rates = { raw: [] as number[], api: [] as number[], ratio: [] as number[] };
      await inParallel(CONNECTIONS, 500, () => viaApi(pick()));
      await inParallel(CONNECTIONS, 500, () => raw(pick()));
      for (let round = 0; round < ROUNDS; round += 1) {
        const bare = await inParallel(CONNECTIONS, ROUND_MS, () => raw(pick()));
        const api = await inParallel(CONNECTIONS, ROUND_MS, () => viaApi(pick()));
        rates.raw.push(bare);
        rates.api.push(api);
        rates.ratio.push(api / bare);
      }
      rows.push([
        name,
        median(rates.raw).toFixed(0),
        median(rates.api).toFixed(0),
        median(rates.ratio).toFixed(2),
        rates.ratio.map((ratio) => ratio.toFixed(2)).join(' '),
      ]);
    }
    printTable(['top-ups a second', 'bare pg', 'API', 'ratio', 'each round'], rows);
    const { faults, transactions } = await verifyBalances(db);
    expect(faults).toEqual([]);
    const { rows: counted } = await sql<{ keys: number }>`
      select count(*) as keys from idempotency_keys`.execute(db);
    expect(counted[0]?.keys).toBe(transactions);
  });
});
