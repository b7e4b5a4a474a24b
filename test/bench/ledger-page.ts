import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { list, newClient } from '../support/requests.ts';
import { median, printTable } from './measure.ts';

const LARGE = 2_000_000;
const SMALL = 100;
const ROUNDS = 60;
const log = { info: () => undefined, error: () => undefined };

/** The first page of a period, with its exact total, for a client with very many transactions. */
describe('the first page of a ledger', () => {
  let server: PostgresServer;
  let db: Kysely<Database>;
  let app: ReturnType<typeof createApp>;
  let large: number;
  let small: number;

  beforeAll(async () => {
    server = await startPostgres();
    db = await openPostgres(await server.createDatabase('bench'), log);
    await migrate(db);
    app = createApp({ db, log, authenticate: async () => ({ id: 'bench' }) });
    large = (await newClient(app)).id;
    small = (await newClient(app)).id;
    await fill(large, LARGE);
    await fill(small, SMALL);
    await sql`vacuum analyze transactions`.execute(db);
  });
  afterAll(async () => {
    await db.destroy();
    await server.stop();
  });

  /** Two years of money out, and every tenth row money in. The hashes are not looked at here. */
  async function fill(clientId: number, rows: number): Promise<void> {
    await sql`
      insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after,
        debit_total, hash, mailing, messages, parts, actor)
      select ${clientId}, n, timestamptz '2024-11-23' + n * interval '730 days' / ${rows}::bigint,
        case when n % 10 = 0 then 'top_up' else 'charge' end,
        case when n % 10 = 0 then 9 else -1 end, (n % 10) * -1, n / 10 * 9, '',
        'mailing ' || n / 10, 1, 1, 'gateway'
      from generate_series(1, ${rows}::bigint) n`.execute(db);
    await sql`
      update client_accounts set ledger_seq = ${rows}, balance = 0, debit_total = ${rows} / 10 * 9
      where client_id = ${clientId}`.execute(db);
  }

  it('measures', async () => {
    const periods: Record<string, object> = {
      'last month': { from: '2026-10-24', to: '2026-11-23' },
      'a month a year ago': { from: '2025-10-24', to: '2025-11-23' },
      'a year': { from: '2025-11-24', to: '2026-11-23' },
      'two years': { from: '2024-11-01', to: '2026-11-23' },
      everything: {},
    };
    const asks: [string, (clientId: number, period: object) => Promise<unknown>][] = [
      [
        'first page and total',
        (clientId, period) =>
          list(app, 'transactions', { clientId, ...period }, ['seq', 'DESC'], [0, 24]),
      ],
      ['statement', (clientId, period) => list(app, 'statements', { clientId, ...period })],
    ];
    const rows: string[][] = [];
    for (const [what, ask] of asks) {
      for (const [name, period] of Object.entries(periods)) {
        const times = { small: [] as number[], large: [] as number[] };
        for (let round = 0; round < ROUNDS; round += 1) {
          times.small.push(await timed(() => ask(small, period)));
          times.large.push(await timed(() => ask(large, period)));
        }
        const [of100, of2M] = [median(times.small), median(times.large)];
        rows.push([what, name, of100.toFixed(2), of2M.toFixed(2), (of2M / of100).toFixed(2)]);
      }
    }
    const deep = await timed(() =>
      list(app, 'transactions', { clientId: large }, ['seq', 'DESC'], [1_000_000, 1_000_024]),
    );
    rows.push(['page 40,001', 'everything', '', deep.toFixed(2), '']);
    expect(rows).not.toEqual([]);
    printTable(['ms, median', 'period', '100 rows', '2,000,000 rows', 'ratio'], rows);
  });
});

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
