import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientCreate } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';
import { MESSAGE_STATUSES } from '../../schema/messages.ts';
import {
  questionnaire,
  SENDER_NAME_STATUSES,
  SENDER_NAME_TYPES,
  senderNameFault,
} from '../../schema/sender-names.ts';
import { TRANSACTION_KINDS } from '../../schema/transactions.ts';
import { calendarOf } from '../../server/demonstration/calendar.ts';
import { demonstration } from '../../server/demonstration/demonstration.ts';
import { EMPTY_CLIENT, LARGE_CLIENT } from '../../server/demonstration/roles.ts';
import { seedDemonstration } from '../../server/demonstration/seed.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { NOW, openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient } from '../support/requests.ts';

describe('the demonstration', () => {
  let host: TestHost;
  let db: Kysely<Database>;
  let seeded: boolean;
  const progress: string[] = [];

  beforeAll(async () => {
    host = await openHost('PGlite');
    db = host.db;
    seeded = await seedDemonstration(db, { now: NOW, progress: (line) => progress.push(line) });
  }, 120_000);
  afterAll(() => host.close());

  async function rowsOf<Row = Record<string, unknown>>(text: string): Promise<Row[]> {
    return (await sql.raw<Row>(text).execute(db)).rows;
  }

  it('tells what it does', () => {
    expect(seeded).toBe(true);
    expect(progress[0]).toBe('Seeding 2,000 clients ...');
    expect(progress.length).toBeGreaterThan(2);
  });

  it('FIN-9 has balances that follow from their rows', async () => {
    const { clients, transactions, faults } = await verifyBalances(db);
    expect(faults).toEqual([]);
    expect(clients).toBe(2_000);
    expect(transactions).toBeGreaterThan(20_000);
    const backwards = await rowsOf(`select client_id from (select client_id, occurred_at,
      lag(occurred_at) over (partition by client_id order by seq) as before from transactions) t
      where occurred_at < before`);
    expect(backwards).toEqual([]);
  });

  it('has ledgers that pay exactly what the statistics cost', async () => {
    expect(
      await rowsOf(`select * from
        (select client_id, sum(cost) as cost from message_statistics group by client_id) s
        full join (select client_id, -sum(amount) as charged from transactions
          where kind = 'charge' group by client_id) t using (client_id)
        where s.cost is distinct from t.charged`),
    ).toEqual([]);
  });

  it('STAT-10 has a month of messages that the statistics of these days are the sums of', async () => {
    const [found] = await rowsOf<{ messages: number; days: number }>(
      'select count(*) as messages, count(distinct day) as days from messages',
    );
    expect(found?.days).toBe(31);
    expect(found?.messages).toBeGreaterThan(55_000);
    expect(found?.messages).toBeLessThan(80_000);
    const columns = `sent_messages, sent_parts, delivered_messages, delivered_parts,
      pending_messages, pending_parts, cost`;
    const key = 'client_id, day, channel, sender, country, mcc_mnc';
    const counted = `select ${key}, count(*), sum(parts),
        count(*) filter (where status = 'delivered'),
        coalesce(sum(parts) filter (where status = 'delivered'), 0),
        count(*) filter (where status in ('queued', 'sent')),
        coalesce(sum(parts) filter (where status in ('queued', 'sent')), 0),
        sum(case when charging = 'on_submit' or status = 'delivered' then parts * price else 0 end)
      from messages where accepted group by ${key}`;
    const kept = `select ${key}, ${columns} from message_statistics
      where day >= (select min(day) from messages)`;
    expect(await rowsOf(`(${counted}) except (${kept})`)).toEqual([]);
    expect(await rowsOf(`(${kept}) except (${counted})`)).toEqual([]);
  });

  it('has a year of statistics up to today, with days without traffic', async () => {
    expect(
      await rowsOf(`select min(day) as first, max(day) as last, count(distinct day) as days
        from message_statistics`),
    ).toEqual([{ first: '2025-11-24', last: '2026-11-23', days: 365 }]);
    const [gaps] = await rowsOf<{ clients: number }>(`select count(*) as clients from (
      select client_id from message_statistics group by client_id
      having count(distinct day) between 30 and 300) s`);
    expect(gaps?.clients).toBeGreaterThan(100);
  });

  it('has nothing that is later than its present', async () => {
    const [latest] = await rowsOf<{
      at: string;
    }>(`select greatest((select max(sent_at) from messages),
      (select max(final_at) from messages), (select max(occurred_at) from transactions),
      (select max(registered_at) from clients), (select max(last_login_at) from clients),
      (select max(set_at) from credit_limits), (select max(decided_at) from sender_names)) as at`);
    expect(Date.parse(String(latest?.at))).toBeLessThanOrEqual(NOW.getTime());
  });

  it('has every status, kind, type and state there is', async () => {
    const found = async (table: string, column: string) =>
      (await rowsOf(`select distinct ${column} as value from ${table}`))
        .map(({ value }) => value)
        .sort();
    expect(await found('messages', 'status')).toEqual(MESSAGE_STATUSES.toSorted());
    expect(await found('transactions', 'kind')).toEqual(TRANSACTION_KINDS.toSorted());
    expect(await found('clients', 'status')).toEqual(['active', 'blocked', 'closed', 'frozen']);
    expect(await found('clients', 'activation')).toEqual(['done', 'not_required', 'pending']);
    expect(await found('clients', 'currency')).toEqual(['EUR', 'GBP', 'PLN', 'UAH', 'USD']);
    expect(await found('sender_names', `type || ' ' || status`)).toEqual(
      SENDER_NAME_TYPES.flatMap((type) =>
        SENDER_NAME_STATUSES.map((status) => `${type} ${status}`),
      ).sort(),
    );
    expect(await found('message_statistics', `mcc_mnc = ''`)).toEqual([false, true]);
  });

  it('STAT-5 has operators of the countries that the reference tables name', async () => {
    expect(
      await rowsOf(`select distinct s.country, s.mcc_mnc from message_statistics s
        left join operators o using (mcc_mnc) left join countries c on c.code = s.country
        where c.name is null or (s.mcc_mnc <> '' and o.country is distinct from s.country)`),
    ).toEqual([]);
  });

  it('NAME-3, NAME-4 has valid names with none to all of the questions answered', async () => {
    const names = await db.selectFrom('senderNames').selectAll().execute();
    expect(names.map(({ name, type }) => senderNameFault(name, type)).filter(Boolean)).toEqual([]);
    const answered = names.map(
      (name) => Object.values(questionnaire.parse(name.questionnaire)).filter(Boolean).length,
    );
    expect([...new Set(answered)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(
      names.filter(({ status, decidedAt }) => (status === 'new') !== (decidedAt === null)),
    ).toEqual([]);
  });

  it('has profiles that a form would take', async () => {
    const { clients } = demonstration(calendarOf(NOW));
    const profile = clientCreate.strip();
    for (const client of clients)
      expect(profile.safeParse(client).error, client.company).toBeUndefined();
  });

  it('LIST-13 has balances of every kind among the newest twenty', async () => {
    const { rows, total } = await list<{ id: number; balance: string; creditLimit: string }>(
      host.app,
      'clients',
      {},
      ['id', 'DESC'],
      [0, 19],
    );
    expect(total).toBe(2_000);
    expect(rows[0]?.id).toBe(2_000);
    const kinds = await rowsOf<{
      kind: string;
    }>(`select distinct case when balance > 0 then 'positive'
      when balance = 0 then 'zero' when balance + credit_limit >= 0 then 'within its limit'
      else 'over its limit' end as kind from client_accounts where client_id > 1980 order by kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'over its limit',
      'positive',
      'within its limit',
      'zero',
    ]);
  });

  it('has one client with nothing, and one with far more than any other', async () => {
    const tables = ['messages', 'messageStatistics', 'transactions', 'senderNames', 'creditLimits'];
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.table(table)}
        where client_id = ${EMPTY_CLIENT}`.execute(db);
      expect(rows, table).toEqual([]);
    }
    const [first, second] = await rowsOf<{ clientId: number; sent: number }>(`select client_id,
      count(*) as sent from messages group by client_id order by sent desc limit 2`);
    expect(first?.clientId).toBe(LARGE_CLIENT);
    expect(first?.sent).toBeGreaterThan(3 * (second?.sent ?? 0));
  });

  it('FIN-8, FIN-11 links refunds to their charges and reversals to their rows', async () => {
    expect(
      await rowsOf(`select t.kind, r.kind as of, count(*) > 10 as several,
          bool_and(sign(t.amount) = -sign(r.amount) and abs(t.amount) <= abs(r.amount)
            and r.seq < t.seq) as opposite
        from transactions t left join transactions r
          on r.client_id = t.client_id and r.seq = t.reverses_seq
        where t.kind in ('refund', 'reversal') group by t.kind, r.kind order by t.kind`),
    ).toEqual([
      { kind: 'refund', of: 'charge', several: true, opposite: true },
      { kind: 'reversal', of: 'top_up', several: true, opposite: true },
    ]);
  });

  it('leaves a database that has clients as it is, and makes room for new ones', async () => {
    const again = await seedDemonstration(db, { now: NOW, progress: () => undefined });
    expect(again).toBe(false);
    expect(await rowsOf('select count(*) as clients from clients')).toEqual([{ clients: 2_000 }]);
    expect((await newClient(host.app)).id).toBe(2_001);
    expect((await verifyBalances(db)).faults).toEqual([]);
  });

  it('is the same for the same present', () => {
    const calendar = calendarOf(NOW);
    expect(demonstration(calendar)).toEqual(demonstration(calendar));
  });
});

describe('the demonstration on PostgreSQL', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost('PostgreSQL');
  });
  afterAll(() => host.close());

  it('comes whole or not at all', async () => {
    const cutOff = seedDemonstration(host.db, {
      now: NOW,
      progress: (line) => {
        if (line.includes('ledgers')) throw new Error('cut off');
      },
    });
    await expect(cutOff).rejects.toThrow('cut off');
    for (const table of ['clients', 'senderNames', 'messages', 'messageStatistics']) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(host.db);
      expect(rows, table).toEqual([]);
    }
  });

  it('comes once when it is asked for twice at the same time', async () => {
    const seed = () => seedDemonstration(host.db, { now: NOW, progress: () => undefined });
    expect((await Promise.all([seed(), seed()])).sort()).toEqual([false, true]);
    const { clients, faults } = await verifyBalances(host.db);
    expect({ clients, faults }).toEqual({ clients: 2_000, faults: [] });
  }, 60_000);
});
