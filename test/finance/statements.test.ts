import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../schema/period.ts';
import { statement, type Statement } from '../../schema/statements.ts';
import { TRANSACTION_KINDS, type Transaction } from '../../schema/transactions.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { writeLedger } from '../support/ledger.ts';
import { deliver, event, list, receipt, send } from '../support/requests.ts';
import { decimal, micro, sumOf } from './micro.ts';
import { expectProven, openOffice, postMoney, richClient } from './office.ts';

describe.each(HOSTS)('FIN-9 statements on %s', (name) => {
  let host: TestHost;
  let busy: number;
  beforeAll(async () => {
    host = await openOffice(name);
    busy = await busyClient(host);
  });
  afterAll(() => host.close());

  const statementOf = async (clientId: number, filter: object = {}) => {
    const { rows, total } = await list<Statement>(host.app, 'statements', { clientId, ...filter });
    expect(total).toBe(1);
    return statement.parse(rows[0]);
  };
  const rowsOf = async (clientId: number, filter: object = {}) => {
    const rows: Transaction[] = [];
    for (;;) {
      // Small pages: their sums must be the whole period's.
      const range: [number, number] = [rows.length, rows.length + 6];
      const all = { clientId, ...filter };
      const page = await list<Transaction>(host.app, 'transactions', all, ['seq', 'DESC'], range);
      rows.push(...page.rows);
      if (rows.length >= page.total) return rows.toReversed();
    }
  };

  /** What the rows of the period come to, by another way than the server's. */
  const expected = async (clientId: number, period: { from?: string; to?: string }) => {
    const all = await rowsOf(clientId);
    const inside = await rowsOf(clientId, period);
    const first = inside[0]?.seq ?? 0;
    return {
      debit: sumOf(inside.flatMap(({ debit }) => debit ?? [])),
      credit: sumOf(inside.flatMap(({ credit }) => credit ?? [])),
      transactions: inside.length,
      ...(first > 0 && {
        opening: sumOf(all.filter(({ seq }) => seq < first).map(({ amount }) => amount)),
        closing: inside.at(-1)?.balanceAfter,
      }),
    };
  };

  const PERIODS = [
    {},
    { from: '2026-10-01' },
    { to: '2026-10-31' },
    { from: '2026-10-20', to: '2026-10-31' },
    { from: '2026-10-25', to: '2026-10-25' },
    { from: '2026-10-26', to: '2026-10-26' },
    { from: '2026-03-29', to: '2026-03-29' },
    { from: '0001-01-01', to: '9999-12-31' },
  ];
  it.each(PERIODS)('come to opening + debit - credit = closing in %o', async (period) => {
    const made = await statementOf(busy, period);
    expect(made).toMatchObject({
      ...(await expected(busy, period)),
      clientId: busy,
      from: null,
      to: null,
      ...period,
      currency: 'EUR',
      timeZone: 'Europe/Kyiv',
    });
    expect(decimal(micro(made.opening) + micro(made.debit) - micro(made.credit))).toBe(
      made.closing,
    );
  });

  it('tile: each day opens as the day before closed, and they sum up to the whole', async () => {
    const [from, to] = ['2026-10-20', '2026-11-05'];
    const days: Statement[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      days.push(await statementOf(busy, { from: day, to: day }));
    }
    const whole = await statementOf(busy, { from, to });
    const before = await statementOf(busy, { to: addDays(from, -1) });
    const after = await statementOf(busy, { from: addDays(to, 1) });
    expect(days.map(({ opening }) => opening)).toEqual([
      before.closing,
      ...days.slice(0, -1).map(({ closing }) => closing),
    ]);
    expect(after.opening).toBe(days.at(-1)?.closing);
    expect(whole).toMatchObject({
      opening: days[0]?.opening,
      closing: days.at(-1)?.closing,
      debit: sumOf(days.map(({ debit }) => debit)),
      credit: sumOf(days.map(({ credit }) => credit)),
      transactions: days.reduce((sum, { transactions }) => sum + transactions, 0),
    });
    const everything = await statementOf(busy);
    expect(before.transactions + whole.transactions + after.transactions).toBe(
      everything.transactions,
    );
    expect(everything.opening).toBe('0.000000');
  });

  it.each([
    // 25 hours, 23 hours, and the same days elsewhere.
    [
      'Europe/Kyiv',
      '2026-10-25',
      [
        '2026-10-24T20:59:59.999999Z',
        '2026-10-24T21:00:00Z',
        '2026-10-25T21:59:59.999999Z',
        '2026-10-25T22:00:00Z',
      ],
    ],
    [
      'Europe/Kyiv',
      '2026-03-29',
      [
        '2026-03-28T21:59:59Z',
        '2026-03-28T22:00:00Z',
        '2026-03-29T20:59:59Z',
        '2026-03-29T21:00:00Z',
      ],
    ],
    [
      'America/New_York',
      '2026-11-01',
      [
        '2026-11-01T03:59:59Z',
        '2026-11-01T04:00:00Z',
        '2026-11-02T04:59:59Z',
        '2026-11-02T05:00:00Z',
      ],
    ],
    [
      'Asia/Kathmandu',
      '2026-10-25',
      [
        '2026-10-24T18:14:59Z',
        '2026-10-24T18:15:00Z',
        '2026-10-25T18:14:59Z',
        '2026-10-25T18:15:00Z',
      ],
    ],
    [
      'Pacific/Apia',
      '2026-10-25',
      [
        '2026-10-24T10:59:59Z',
        '2026-10-24T11:00:00Z',
        '2026-10-25T10:59:59Z',
        '2026-10-25T11:00:00Z',
      ],
    ],
    // This day begins at one o'clock: clocks went forward at midnight.
    [
      'Africa/Cairo',
      '2026-04-24',
      [
        '2026-04-23T21:59:59Z',
        '2026-04-23T22:00:00Z',
        '2026-04-24T20:59:59Z',
        '2026-04-24T21:00:00Z',
      ],
    ],
  ])('cut the day in %s: %s', async (timeZone, day, instants) => {
    const clientId = await richClient(host.app, { timeZone });
    await writeLedger(host.db, clientId, instants);
    expect(await statementOf(clientId, { from: day, to: day })).toMatchObject({
      opening: '1.000000',
      debit: '2.000000',
      closing: '3.000000',
      transactions: 2,
      timeZone,
    });
    expect((await rowsOf(clientId, { from: day, to: day })).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it.each([
    ...TRANSACTION_KINDS.map((kind) => [kind]),
    ['charge', 'refund'],
    ['fee', 'adjustment', 'reversal'],
    [...TRANSACTION_KINDS],
  ])('sum up the rows of some kinds alone: %s', async (...kinds) => {
    const period = { from: '2026-10-01' };
    const whole = await statementOf(busy, period);
    const made = await statementOf(busy, { ...period, kind: kinds });
    const rows = (await rowsOf(busy, period)).filter(({ kind }) => kinds.includes(kind));
    expect(rows.length).toBeGreaterThan(0);
    expect(made).toMatchObject({
      opening: whole.opening,
      closing: whole.closing,
      debit: sumOf(rows.flatMap(({ debit }) => debit ?? [])),
      credit: sumOf(rows.flatMap(({ credit }) => credit ?? [])),
      transactions: rows.length,
    });
    // The list of these kinds has the same total.
    expect((await rowsOf(busy, { ...period, kind: kinds })).length).toBe(rows.length);
  });

  it('sum up in all kinds what the whole is', async () => {
    const whole = await statementOf(busy);
    const each = await Promise.all(TRANSACTION_KINDS.map((kind) => statementOf(busy, { kind })));
    expect(sumOf(each.map(({ debit }) => debit))).toBe(whole.debit);
    expect(sumOf(each.map(({ credit }) => credit))).toBe(whole.credit);
  });

  it('are found again by their ids, whatever order the kinds were given in', async () => {
    const filter = { from: '2026-10-01', to: '2026-11-30', kind: ['refund', 'charge'] };
    const made = await statementOf(busy, filter);
    expect(made.id).toBe(`${busy}:2026-10-01:2026-11-30:charge,refund`);
    const { body } = await send(host.app, 'GET', `/api/statements/${encodeURIComponent(made.id)}`);
    expect(body).toEqual(made);
    const again = await statementOf(busy, { ...filter, kind: ['charge', 'refund', 'charge'] });
    expect(again).toEqual(made);
  });

  it('are zeros for a client without rows, and for a period without any', async () => {
    const zeros = { opening: '0.000000', debit: '0.000000', credit: '0.000000', transactions: 0 };
    const empty = await richClient(host.app);
    for (const period of PERIODS) {
      expect(await statementOf(empty, period)).toMatchObject({ ...zeros, closing: '0.000000' });
    }
    const before = { from: '2020-01-01', to: '2020-12-31' };
    expect(await statementOf(busy, before)).toMatchObject({ ...zeros, closing: '0.000000' });
    const { closing } = await statementOf(busy);
    expect(await statementOf(busy, { from: '2090-01-01' })).toMatchObject({
      opening: closing,
      closing,
      transactions: 0,
    });
  });

  it('are none for a client that is not there', async () => {
    const { rows, total } = await list(host.app, 'statements', { clientId: 987654 });
    expect([rows, total]).toEqual([[], 0]);
  });

  it('rest on rows that stand in the order of time, even when the clock steps back', async () => {
    const { app, db } = host;
    const clientId = await richClient(app);
    await writeLedger(db, clientId, ['2026-11-20T10:00:00Z', '2026-11-20T12:00:00Z']);
    // As if the clock had been ahead for an hour.
    await sql`update client_accounts set last_transaction_at = now() + interval '1 hour'
      where client_id = ${clientId}`.execute(db);
    const [first, second] = [
      await postMoney(app, { clientId, kind: 'bonus', amount: '1' }),
      await postMoney(app, { clientId, kind: 'bonus', amount: '1' }),
    ];
    expect(Date.parse(first.body.occurredAt)).toBeGreaterThan(Date.now() + 3_000_000);
    expect(second.body.occurredAt).toBe(first.body.occurredAt);
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});

/** A client with rows of every kind, some of them long ago, some at the same instant. */
async function busyClient({ app, db }: TestHost): Promise<number> {
  const clientId = await richClient(app, { limit: '100000' });
  const instants = Array.from({ length: 40 }, (_, n) => {
    const day = new Date(Date.UTC(2026, 9, 15) + Math.floor(n / 2) * 60_000 * 60 * 19);
    return day.toISOString();
  });
  await writeLedger(db, clientId, ['2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', ...instants]);
  const post = (body: object) => postMoney(app, { clientId, comment: 'x', ...body });
  await post({ kind: 'top_up', amount: '1000' });
  await post({ kind: 'bonus', amount: '0.000001' });
  await post({ kind: 'fee', amount: '-12.3456' });
  await post({ kind: 'adjustment', amount: '-7' });
  await post({ kind: 'adjustment', amount: '3.000009' });
  await deliver(app, [event(clientId, 'a', { price: '0.0352' }), event(clientId, 'b')]);
  await deliver(app, [receipt(clientId, 'a', 'rejected', '2026-11-20T10:00:01Z')]);
  await post({ kind: 'reversal', reversesId: `${clientId}-43` });
  await post({ kind: 'reversal', reversesId: `${clientId}-45` });
  return clientId;
}
