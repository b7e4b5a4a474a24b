import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/databases/migrate.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { newClient } from '../support/requests.ts';
import { median, printTable } from './measure.ts';

const ROWS = 1_000_000;
const ROUNDS = 3;
const MODES = ['busy', 'exceljs', 'direct', 'sorted', 'job'] as const;

interface Measured {
  seconds: number;
  bytes: number;
  idle: number;
  peak: number;
  stall: number;
  p99: number;
}

const run = promisify(execFile);
const log = { info: () => undefined, error: () => undefined };
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A million transactions as a workbook, each time in a fresh process: a bare ExcelJS stream of the
 * same cells, the direct answer, that in an order without an index, and
 * the job that writes into the database.
 */
describe('exports', () => {
  let server: PostgresServer;
  let url: string;
  let client: number;

  beforeAll(async () => {
    await run(process.execPath, ['node_modules/.bin/tsc', '--build', 'tsconfig.build.json'], {
      cwd: root,
    });
    server = await startPostgres();
    url = await server.createDatabase('bench');
    const db = await openPostgres(url, log);
    await migrate(db);
    const app = createApp({ db, log, authenticate: async () => ({ id: 'bench' }) });
    client = (await newClient(app)).id;
    await sql`
      insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after,
        debit_total, hash, mailing, messages, parts, comment, actor)
      select ${client}::bigint, n, timestamptz '2024-11-23' + n * interval '1 minute',
        case when n % 10 = 0 then 'top_up' else 'charge' end,
        case when n % 10 = 0 then 500 else -(n % 97 + 1) * 0.0352 end,
        n % 100000 * 7.000301, n / 10 * 500, '',
        case when n % 10 <> 0 then 'autumn-' || n / 1000 end,
        case when n % 10 <> 0 then n % 97 + 1 end, case when n % 10 <> 0 then n % 97 + 1 end,
        case when n % 10 = 0 then 'Invoice ' || n || ' paid' end, 'gateway'
      from generate_series(1, ${ROWS}::bigint) n`.execute(db);
    await sql`update client_accounts set ledger_seq = ${ROWS} where client_id = ${client}`.execute(
      db,
    );
    await sql`vacuum analyze transactions`.execute(db);
    await db.destroy();
  });
  afterAll(() => server.stop());

  async function measure(mode: string): Promise<Measured> {
    const child = fileURLToPath(new URL('export-child.mjs', import.meta.url));
    const { stdout } = await run(process.execPath, ['--expose-gc', child, url, `${client}`, mode]);
    return JSON.parse(stdout) as Measured;
  }

  it('measures', async () => {
    const measured = new Map<string, Measured[]>(MODES.map((mode) => [mode, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const mode of MODES) measured.get(mode)?.push(await measure(mode));
    }
    const figures = (mode: string, of: (one: Measured) => number) =>
      (measured.get(mode) ?? []).map(of);
    const rate = (mode: string) => median(figures(mode, ({ seconds }) => ROWS / seconds));
    const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
    const ofBusy = (mode: string, text: string) => (mode === 'busy' ? '' : text);
    printTable(
      [
        '1,000,000 rows',
        'rows/s',
        'ratio',
        'idle MB',
        'most above idle MB',
        'longest stalls ms',
        'p99 ms',
        'file MB',
      ],
      MODES.map((mode) => [
        mode,
        ofBusy(mode, rate(mode).toFixed(0)),
        ofBusy(mode, (rate(mode) / rate('exceljs')).toFixed(2)),
        megabytes(median(figures(mode, ({ idle }) => idle))),
        megabytes(Math.max(...figures(mode, ({ idle, peak }) => peak - idle))),
        figures(mode, ({ stall }) => stall)
          .map((stall) => stall.toFixed(0))
          .join(' '),
        median(figures(mode, ({ p99 }) => p99)).toFixed(0),
        ofBusy(mode, megabytes(median(figures(mode, ({ bytes }) => bytes)))),
      ]),
    );
    expect(rate('direct')).toBeGreaterThan(1.5 * rate('exceljs'));
  });
});
