import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBatches, type PagedRows, type RowBatch } from '../../server/exports/batches.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { newClient } from '../support/requests.ts';
import { fillLedger } from './ledger-rows.ts';

const ROWS = 100;

describe.each(HOSTS)('batches on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name);
    for (const currency of ['EUR', 'USD']) {
      const { id } = await newClient(host.app, { currency });
      await fillLedger(host.db, id, ROWS);
    }
  });
  afterAll(() => host.close());

  const paged = (rest: Partial<PagedRows>): PagedRows => ({
    from: sql`transactions t`,
    found: sql<boolean>`t.client_id = 1`,
    order: ['t.seq'],
    direction: 'asc',
    join: sql`join clients c on c.client_id = t.client_id`,
    cells: [sql`t.client_id || '-' || t.seq`],
    sums: [sql`t.amount`],
    unit: sql<string>`c.currency`,
    pageSize: 7,
    ...rest,
  });
  const read = async (rest: Partial<PagedRows>) => {
    const batches: RowBatch[] = [];
    for await (const batch of readBatches(host.db, paged(rest))) batches.push(batch);
    return batches;
  };
  const idsOf = (batches: RowBatch[]) => batches.flatMap(({ rows }) => rows.map(([id]) => id));

  it.each([
    [['t.seq'], 'asc'],
    [['t.seq'], 'desc'],
    [['t.kind', 't.seq'], 'asc'],
    [['t.occurredAt', 't.seq'], 'desc'],
    [['t.amount', 't.clientId', 't.seq'], 'asc'],
    [['t.actor', 't.clientId', 't.seq'], 'desc'],
  ] as const)('have every row once and in order, by %j %s', async (order, direction) => {
    // Without the client in the order it has to be one client's rows.
    const found = order.length < 3 ? sql<boolean>`t.client_id = 1` : sql<boolean>`true`;
    const batches = await read({ order, direction, found });
    const sorted = sql.join(order.map((column) => sql`${sql.ref(column)} ${sql.raw(direction)}`));
    const { rows } = await sql<{ id: string }>`
      select client_id || '-' || seq as id from transactions t
      where ${found} order by ${sorted}`.execute(host.db);
    expect(idsOf(batches)).toEqual(rows.map(({ id }) => id));
  });

  it('have the sums of the rows up to them', async () => {
    const batches = await read({});
    const { rows } = await sql<{ balance: string }>`
      select balance_after as balance from transactions
      where client_id = 1 and (seq % 7 = 0 or seq = ${ROWS}) order by seq`.execute(host.db);
    expect(batches.map(({ sums }) => sums[0])).toEqual(rows.map(({ balance }) => balance));
  });

  it('say in what units their rows are', async () => {
    const batches = await read({ order: ['t.clientId', 't.seq'], found: sql`true`, pageSize: 150 });
    expect(batches.map(({ units }) => units)).toEqual([
      ['EUR', 'USD'],
      ['USD', 'USD'],
    ]);
  });

  it('are none when there are no rows', async () => {
    expect(await read({ found: sql`false` })).toEqual([]);
  });

  it('are smaller than large pages', async () => {
    await fillLedger(host.db, (await newClient(host.app)).id, 2_100);
    const batches = await read({ found: sql`t.client_id = 3`, pageSize: 1_500 });
    expect(batches.map(({ rows }) => rows.length)).toEqual([1_000, 500, 600]);
    expect(idsOf(batches)).toEqual(Array.from({ length: 2_100 }, (_, n) => `3-${n + 1}`));
  });
});
