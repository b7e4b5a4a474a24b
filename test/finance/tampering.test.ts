import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { post } from '../../server/transactions/post.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, receipt } from '../support/requests.ts';
import { expectProven, openOffice, postMoney, richClient, setLimit } from './office.ts';

/** Another value for each column of a ledger row; subtle ones, such as '' for null. */
const ANOTHER: Record<string, string> = {
  client_id: ':other',
  seq: 'seq + 100',
  occurred_at: `occurred_at + interval '1 microsecond'`,
  kind: `case kind when 'bonus' then 'adjustment' else 'bonus' end`,
  amount: 'amount + 0.000001',
  balance_after: 'balance_after + 0.000001',
  debit_total: 'debit_total + 0.000001',
  mailing: `case when mailing is null then '' else mailing || ' ' end`,
  messages: 'case when messages is null then 0 else messages + 1 end',
  parts: 'case when parts is null then 0 else parts + 1 end',
  comment: `case when comment is null then '' else null end`,
  reverses_seq: 'case when reverses_seq is null then 1 else null end',
  actor: `actor || ' '`,
  hash: 'sha256(hash)',
};

const ROWS = 9;

describe.each(HOSTS)('FIN-9 tampering on %s', (name) => {
  let host: TestHost;
  let clientId: number;
  let other: number;

  beforeAll(async () => {
    host = await openOffice(name);
    const { app, db } = host;
    clientId = await richClient(app, { money: '100', limit: '50' });
    other = await richClient(app);
    const post = (body: object) => postMoney(app, { clientId, comment: 'x', ...body });
    await post({ kind: 'bonus', amount: '5', comment: null });
    await deliver(app, [event(clientId, 'a'), event(clientId, 'b', { mailing: null })]);
    await deliver(app, [receipt(clientId, 'a', 'rejected', '2026-11-20T10:00:01Z')]);
    await post({ kind: 'fee', amount: '-1' });
    await post({ kind: 'reversal', reversesId: `${clientId}-6` });
    await post({ kind: 'adjustment', amount: '-1' });
    await post({ kind: 'top_up', amount: '1' });
    for (const table of ['transactions', 'client_accounts']) {
      await sql.raw(`create table saved_${table} as select * from ${table}`).execute(db);
    }
    await sql`alter table transactions disable trigger all`.execute(db);
    await expectProven(db);
  });
  afterEach(async () => {
    const { db } = host;
    await sql`delete from transactions`.execute(db);
    await sql`insert into transactions select * from saved_transactions`.execute(db);
    await sql`update client_accounts a set balance = s.balance, debit_total = s.debit_total,
      ledger_seq = s.ledger_seq, last_hash = s.last_hash, reserved = s.reserved,
      credit_limit = s.credit_limit
      from saved_client_accounts s where s.client_id = a.client_id`.execute(db);
    await expectProven(db);
  });
  afterAll(() => host.close());

  const tamper = (statement: string) =>
    sql
      .raw(statement.replaceAll(':client', String(clientId)).replaceAll(':other', String(other)))
      .execute(host.db);
  const faults = async () => (await verifyBalances(host.db)).faults;

  it('knows every column of a row', async () => {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_name = 'transactions'`.execute(host.db);
    expect(rows.map(({ name: column }) => column).toSorted()).toEqual(
      Object.keys(ANOTHER).toSorted(),
    );
    expect((await faults()).length).toBe(0);
    const { rows: count } = await sql<{ n: number }>`select count(*) as n from transactions
      where client_id = ${clientId}`.execute(host.db);
    expect(count[0]?.n).toBe(ROWS);
  });

  it.each(Object.entries(ANOTHER))(
    'is found in the column %s of any row',
    async (column, value) => {
      for (const seq of [1, 4, 5, ROWS]) {
        await tamper(`update transactions set ${column} = ${value}
        where client_id = :client and seq = ${seq}`);
        const found = await faults();
        expect({ seq, found }).toEqual({
          seq,
          found: expect.arrayContaining([expect.any(String)]),
        });
        await tamper(`delete from transactions`);
        await tamper(`insert into transactions select * from saved_transactions`);
      }
    },
  );

  it.each(['balance', 'debit_total', 'reserved', 'credit_limit', 'ledger_seq'])(
    'is found in the account’s %s',
    async (column) => {
      await tamper(`update client_accounts set ${column} = ${column} + 1
        where client_id = :client`);
      expect(await faults()).toEqual(expect.arrayContaining([expect.any(String)]));
    },
  );

  it('is found in the account’s newest hash', async () => {
    await tamper(`update client_accounts set last_hash = sha256(last_hash)
      where client_id = :client`);
    expect(await faults()).toHaveLength(1);
  });

  it.each([1, 4, ROWS])('is found where row %i is gone', async (seq) => {
    await tamper(`delete from transactions where client_id = :client and seq = ${seq}`);
    expect(await faults()).not.toEqual([]);
    // Also when the rows after it have moved up and the account counts one less.
    await tamper(`update transactions set seq = seq + 1000
      where client_id = :client and seq > ${seq}`);
    await tamper(`update transactions set seq = seq - 1001 where client_id = :client
      and seq > 1000`);
    await tamper(`update client_accounts set ledger_seq = ${ROWS - 1} where client_id = :client`);
    expect(await faults()).not.toEqual([]);
  });

  it('is found where all rows are gone', async () => {
    await tamper('delete from transactions');
    expect(await faults()).toEqual([
      expect.stringContaining(`Client ${clientId}: balance`) as string,
    ]);
  });

  it.each([1, 5, 8])('is found where rows %i and the next have changed places', async (seq) => {
    await tamper(`update transactions set seq = 1000 where client_id = :client and seq = ${seq}`);
    await tamper(`update transactions set seq = ${seq}
      where client_id = :client and seq = ${seq + 1}`);
    await tamper(`update transactions set seq = ${seq + 1}
      where client_id = :client and seq = 1000`);
    expect(await faults()).not.toEqual([]);
  });

  it('is found in a row that was put in beside the server', async () => {
    await tamper(`insert into transactions (client_id, seq, occurred_at, kind, amount,
        balance_after, debit_total, hash, actor)
      select client_id, seq + 1, occurred_at, 'bonus', 1, balance_after + 1, debit_total + 1,
        hash, actor
      from transactions where client_id = :client and seq = ${ROWS}`);
    expect(await faults()).not.toEqual([]);
    await tamper(`update client_accounts set ledger_seq = ledger_seq + 1, balance = balance + 1,
      debit_total = debit_total + 1 where client_id = :client`);
    expect(await faults()).not.toEqual([]);
  });

  it.each([1, 4, ROWS])(
    'is found where every sum after row %i has been made to fit, by the hashes alone',
    async (seq) => {
      await tamper(`update transactions set amount = amount + 1
        where client_id = :client and seq = ${seq} and amount > 0`);
      await tamper(`update transactions set balance_after = balance_after + 1,
        debit_total = debit_total + 1 where client_id = :client and seq >= ${seq}`);
      await tamper(`update client_accounts set balance = balance + 1,
        debit_total = debit_total + 1 where client_id = :client`);
      expect(await faults()).toContain(
        `Client ${clientId}, row ${seq}: it has been changed, or a row before it`,
      );
    },
  );

  it('is found in a row whose own hash was made to fit, by the row after it', async () => {
    await tamper(
      `update transactions set comment = 'forged' where client_id = :client and seq = 6`,
    );
    await tamper(`update transactions t set hash = sha256(before.hash || ledger_row(t.client_id,
        t.seq, t.occurred_at, t.kind, t.amount, t.balance_after, t.debit_total, t.mailing,
        t.messages, t.parts, t.comment, t.reverses_seq, t.actor))
      from transactions before
      where t.client_id = :client and t.seq = 6 and before.client_id = :client and before.seq = 5`);
    expect(await faults()).toEqual([
      `Client ${clientId}, row 7: it has been changed, or a row before it`,
    ]);
  });

  it('is found in more given back than was taken', async () => {
    await tamper(`update transactions set amount = 999 where client_id = :client and seq = 5`);
    expect(await faults()).toContain(
      `Client ${clientId}, row 5: it gives back 999.000000 of row 4, which was -0.050000`,
    );
  });
});

describe.each(HOSTS)('FIN-9 a fault of the program on %s', (name) => {
  it('is found where money was given back twice, by rows that are sound each', async () => {
    const { app, db, close } = await openOffice(name);
    try {
      const clientId = await richClient(app, { money: '100' });
      const events = ['a', 'b'].map((one) => event(clientId, one, { price: '3' }));
      await deliver(app, events);
      const refund = { clientId, kind: 'refund', amount: '3', reversesSeq: 2, actor: 'x' } as const;
      const options = { staffCopies: false };
      await post(db, [refund, refund], options);
      await expectProven(db);
      await post(db, [refund], options);
      expect((await verifyBalances(db)).faults).toEqual([
        `Client ${clientId}, row 2: 9.000000 of -6.000000 given back`,
      ]);
    } finally {
      await close();
    }
  });
});

describe.each(HOSTS)('FIN-8 append-only tables on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
    const clientId = await richClient(host.app, { money: '1' });
    await setLimit(host.app, { clientId, amount: '1' });
  });
  afterAll(() => host.close());

  it.each([
    'update transactions set comment = comment',
    'update credit_limits set amount = amount',
    'update audit set reason = null',
    'delete from transactions where seq = 1',
    'delete from credit_limits',
    'delete from audit',
    'truncate transactions',
    'truncate credit_limits',
    'truncate audit',
    'truncate clients cascade',
    `insert into transactions select * from transactions
      on conflict (client_id, seq) do update set amount = 1000`,
    `insert into credit_limits select * from credit_limits
      on conflict (client_id, number) do update set amount = 1000`,
    `merge into transactions t using (select 1 as seq) s on t.seq = s.seq
      when matched then update set amount = 1000`,
    'with gone as (delete from transactions returning *) select * from gone',
  ])('refuse: %s', async (statement) => {
    await expect(sql.raw(statement).execute(host.db)).rejects.toThrow('never changed or deleted');
    await expectProven(host.db);
  });

  it.each(['delete from clients', 'update clients set client_id = client_id + 100'])(
    'keep the client of their rows: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(host.db)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/),
      });
    },
  );
});
