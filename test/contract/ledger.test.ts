import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { writeLedger } from '../support/ledger.ts';
import { deliver, event, list, newClient, send } from '../support/requests.ts';

let key = 0;

describe.each(HOSTS)('the ledger on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name);
  });
  afterAll(() => host.close());

  const topUp = (clientId: number, amount: string, headers: Record<string, string> = {}) => {
    key += 1;
    const body = { clientId, kind: 'top_up', amount };
    return send<Transaction>(host.app, 'POST', '/api/transactions', body, {
      'Idempotency-Key': `key-${key}`,
      ...headers,
    });
  };

  it('FIN-5 numbers the rows without a gap, each balance the one before plus the amount', async () => {
    const { app } = host;
    const { id } = await newClient(app, { smsPrice: '0.0352' });
    await topUp(id, '100');
    await deliver(app, [event(id, 'a'), event(id, 'b', { mailing: 'other', parts: 3 })]);
    await topUp(id, '0.000001');
    const { rows, total } = await list<Transaction>(app, 'transactions', { clientId: id });
    expect(total).toBe(4);
    expect(
      rows.map(({ seq, credit, debit, balanceAfter }) => [seq, credit, debit, balanceAfter]),
    ).toEqual([
      [1, null, '100.000000', '100.000000'],
      [2, '0.035200', null, '99.964800'],
      [3, '0.105600', null, '99.859200'],
      [4, null, '0.000001', '99.859201'],
    ]);
    expect((await verifyBalances(host.db)).faults).toEqual([]);
  });

  it('FIN-1 answers available = balance + credit limit', async () => {
    const { app } = host;
    const { id } = await newClient(app);
    await deliver(app, [event(id, 'a', { price: '12.5' })]);
    const limit = await send<CreditLimit>(
      app,
      'POST',
      '/api/credit_limits',
      { clientId: id, amount: '100.1', reason: 'trusted' },
      { 'Idempotency-Key': 'limit-1' },
    );
    expect(limit).toMatchObject({
      status: 201,
      body: { amount: '100.100000', previousAmount: '0.000000', actor: 'tester' },
    });
    const { body } = await send<Client>(app, 'GET', `/api/clients/${id}`);
    expect(body).toMatchObject({
      balance: '-12.500000',
      creditLimit: '100.100000',
      available: '87.600000',
    });
  });

  it('FIN-4 takes both days of a period, cut in the client’s zone', async () => {
    const { app, db } = host;
    const { id } = await newClient(app, { timeZone: 'America/New_York' });
    // Rows at chosen instants, as a seed writes them: the API dates rows itself.
    const instants = ['2026-10-31T03:59:59Z', '2026-10-31T04:00:00Z', '2026-11-02T04:59:59Z'];
    await writeLedger(db, id, [...instants, '2026-11-02T05:00:00Z']);
    // Clocks went back on 2026-11-01, so that day had 25 hours.
    const seqs = async (filter: object) => {
      const { rows, total } = await list<Transaction>(app, 'transactions', {
        clientId: id,
        ...filter,
      });
      expect(total).toBe(rows.length);
      return rows.map(({ seq }) => seq);
    };
    expect(await seqs({ from: '2026-10-31', to: '2026-11-01' })).toEqual([2, 3]);
    expect(await seqs({ from: '2026-10-30', to: '2026-10-30' })).toEqual([1]);
    expect(await seqs({ from: '2026-11-02' })).toEqual([4]);
    expect(await seqs({ to: '2026-10-31' })).toEqual([1, 2]);
    // With another condition the rows are really counted.
    expect(await seqs({ from: '2026-10-31', to: '2026-11-01', kind: 'top_up' })).toEqual([2, 3]);
  });

  it('FIN-7 posts once for a key, however often it is sent', async () => {
    const { app } = host;
    const { id } = await newClient(app);
    const headers = { 'Idempotency-Key': 'the-same' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => topUp(id, '5', headers)));
    expect(new Set(answers.map(({ body }) => body.id))).toEqual(new Set([`${id}-1`]));
    const replayed = answers.filter(
      (answer) => answer.headers.get('Idempotent-Replayed') === 'true',
    );
    expect(replayed).toHaveLength(7);
    expect(await topUp(id, '5.00', headers)).toMatchObject({
      status: 201,
      body: { id: `${id}-1` },
    });
    expect(await topUp(id, '6', headers)).toMatchObject({ status: 422 });
    expect((await list(app, 'transactions', { clientId: id })).total).toBe(1);
  });

  it('posts exactly under concurrency', async () => {
    const { app } = host;
    const { id } = await newClient(app);
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        n % 2 === 0 ? topUp(id, '0.1') : deliver(app, [event(id, `c${n}`, { price: '0.03' })]),
      ),
    );
    const { body } = await send<Client>(app, 'GET', `/api/clients/${id}`);
    expect(body.balance).toBe('1.400000');
    expect((await verifyBalances(host.db)).faults).toEqual([]);
  });

  it.each(['transactions', 'credit_limits', 'audit'])(
    'never changes or deletes rows of %s',
    async (table) => {
      for (const statement of [
        `update ${table} set actor = 'x'`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(sql.raw(statement).execute(host.db)).rejects.toThrow(
          'never changed or deleted',
        );
      }
    },
  );

  it('FIN-9 finds what does not add up', async () => {
    const { app, db } = host;
    const { id } = await newClient(app);
    await topUp(id, '10');
    await topUp(id, '10');
    await db
      .updateTable('clientAccounts')
      .set({ balance: '21' })
      .where('clientId', '=', id)
      .execute();
    expect((await verifyBalances(db)).faults).toEqual([
      `Client ${id}: balance 21.000000 and 2 rows in the account, 20.000000 and 2 in the ledger`,
    ]);
    await sql`alter table transactions disable trigger append_only`.execute(db);
    await sql`update transactions set amount = 11 where client_id = ${id} and seq = 2`.execute(db);
    expect((await verifyBalances(db)).faults).toEqual([
      `Client ${id}, row 2: balance 20.000000 is not 21.000000`,
      `Client ${id}, row 2: it has been changed, or a row before it`,
      `Client ${id}, row 2: the money in does not add up`,
    ]);
    await sql`delete from transactions where client_id = ${id} and seq = 1`.execute(db);
    expect((await verifyBalances(db)).faults).toContain(
      `Client ${id}, row 2: row 1 is missing before it`,
    );
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
