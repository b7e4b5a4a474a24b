import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { Message } from '../../schema/messages.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, newClientOnCredit, receipt, send } from '../support/requests.ts';

describe.each(HOSTS)('API-2 traffic on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name);
  });
  afterAll(() => host.close());

  /** Everything that traffic can change, as text, to see that nothing did. */
  async function state(): Promise<string> {
    const { rows } = await sql<{ state: string }>`
      select string_agg(t, E'\n' order by t) as state from (
        select m::text as t from messages m union all select r::text from early_receipts r
        union all select s::text from message_statistics s
        union all select x::text from transactions x
        union all select a::text from client_accounts a
      ) everything`.execute(host.db);
    return rows[0]?.state ?? '';
  }

  /** The roll-up, and the same sums over the raw messages: equal or the product is wrong. */
  async function rollUpAgrees(): Promise<void> {
    const kept = await sql`
      select client_id, day::text, channel, sender, country, mcc_mnc, sent_messages, sent_parts,
        delivered_messages, delivered_parts, pending_messages, pending_parts, cost
      from message_statistics order by 1, 2, 3, 4, 5, 6`.execute(host.db);
    const counted = await sql`
      select m.client_id, (m.sent_at at time zone c.time_zone)::date::text as day, m.channel, sender,
        m.country, mcc_mnc, count(*) as sent_messages, sum(parts)::bigint as sent_parts,
        count(*) filter (where m.status = 'delivered') as delivered_messages,
        coalesce(sum(parts) filter (where m.status = 'delivered'), 0)::bigint as delivered_parts,
        count(*) filter (where m.status in ('queued', 'sent')) as pending_messages,
        coalesce(sum(parts) filter (where m.status in ('queued', 'sent')), 0)::bigint
          as pending_parts,
        sum(parts * price)::numeric(20, 6) as cost
      from messages m join clients c using (client_id) where accepted
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(host.db);
    expect(kept.rows).toEqual(counted.rows);
    expect((await verifyBalances(host.db)).faults).toEqual([]);
  }

  it('stores, counts and charges new events, and tells what it did with each', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    const answer = await deliver(app, [
      event(id, 'a', { parts: 2 }),
      event(id, 'b', { price: '0.0352' }),
      event(id, 'b', { parts: 9 }),
      event(id, 'c', { parts: 0 }),
      event(987654, 'd'),
      'not an event',
      event(id, 'e', { mailing: null, channel: 'viber', sender: 'Shop' }),
      receipt(id, 'a', 'delivered', '2026-11-20T10:00:05Z'),
    ]);
    expect(answer).toEqual({
      accepted: 3,
      repeated: 1,
      updated: 1,
      rejected: [
        { index: 3, message: 'parts: must be a whole number from 1 to 255' },
        { index: 4, message: 'clientId: there is no client 987654' },
        { index: 5, message: expect.stringContaining('expected object') as string },
      ],
    });
    const { rows } = await list<Transaction>(app, 'transactions', { clientId: id });
    expect(rows).toMatchObject([
      { seq: 1, kind: 'charge', mailing: null, credit: '0.050000', balanceAfter: '-0.050000' },
      { seq: 2, mailing: 'autumn', credit: '0.135200', messages: 2, parts: 3 },
    ]);
    expect((await send<Client>(app, 'GET', `/api/clients/${id}`)).body.balance).toBe('-0.185200');
    await rollUpAgrees();
  });

  it('changes nothing when the same batch comes again, in any order', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    const batch = [
      event(id, 'a'),
      event(id, 'b', { status: 'delivered' }),
      receipt(id, 'a', 'expired', '2026-11-20T12:00:00Z'),
      receipt(id, 'early', 'delivered', '2026-11-20T12:00:00Z'),
    ];
    expect(await deliver(app, batch)).toMatchObject({ accepted: 2, updated: 2, repeated: 0 });
    const before = await state();
    expect(await deliver(app, batch)).toMatchObject({ accepted: 0, updated: 0, repeated: 4 });
    expect(await deliver(app, batch.toReversed())).toMatchObject({ repeated: 4 });
    expect(await state()).toBe(before);
  });

  it('comes to the same state whatever order and batches receipts and events arrive in', async () => {
    const { app } = host;
    const statuses = [
      'queued',
      'sent',
      'delivered',
      'undelivered',
      'expired',
      'rejected',
      'unknown',
    ];
    const reports = fc.array(
      fc.record({
        status: fc.constantFrom(...statuses, 'read', 'replied'),
        minute: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        reports,
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        async (received, order, whole) => {
          run += 1;
          const [first, second] = [await newClientOnCredit(app), await newClientOnCredit(app)];
          const items = (id: number) => [
            event(id, `m${run}`, { status: 'queued' }),
            ...received.map(({ status, minute }) =>
              receipt(id, `m${run}`, status, `2026-11-20T10:0${minute}:00Z`),
            ),
          ];
          for (const item of items(first.id)) await deliver(app, [item]);
          const shuffled = items(second.id)
            .map((item) => ({ item, at: order.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
          for (const batch of whole ? [shuffled] : shuffled.map((item) => [item])) {
            await deliver(app, batch);
          }
          const outcome = async (id: number) => {
            const { rows } = await list<Message>(app, 'messages', { clientId: id });
            return rows.map(({ status, finalAt }) => ({ status, finalAt }));
          };
          expect(await outcome(second.id)).toEqual(await outcome(first.id));
        },
      ),
      { numRuns: 40 },
    );
    await rollUpAgrees();
  });

  it.each([
    [['expired', 'delivered'], 'delivered'],
    [['unknown', 'delivered'], 'delivered'],
    [['undelivered', 'delivered'], 'delivered'],
    [['rejected', 'delivered'], 'rejected'],
    [['delivered', 'expired'], 'delivered'],
    [['delivered', 'rejected'], 'delivered'],
    [['expired', 'undelivered'], 'expired'],
    [['read'], 'delivered'],
    [['sent'], 'sent'],
  ])('takes the reports %j for "%s"', async (statuses, expected) => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    await deliver(app, [event(id, 'm', { status: 'queued' })]);
    for (const [minute, status] of statuses.entries()) {
      await deliver(app, [receipt(id, 'm', status, `2026-11-20T10:0${minute}:00Z`)]);
    }
    const { body } = await send<Message>(app, 'GET', `/api/messages/${id}-m`);
    expect(body.status).toBe(expected);
  });

  it('moves the day of sending, not the day of the receipt', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    await deliver(app, [event(id, 'm', { sentAt: '2026-11-18T10:00:00Z' })]);
    await deliver(app, [receipt(id, 'm', 'delivered', '2026-11-20T23:00:00Z')]);
    const filter = { clientId: id, groupBy: 'day', from: '2026-11-18', to: '2026-11-21' };
    const { rows } = await list(app, 'statistics', filter);
    expect(rows.map(({ deliveredMessages }) => deliveredMessages)).toEqual([1, 0, 0, 0]);
  });

  it('counts a message on the client’s local day, also when clocks change', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app, { timeZone: 'Europe/Kyiv' });
    await deliver(app, [
      // 2026-10-25 has 25 hours in Kyiv: it ends at 22:00 UTC, the day before ended at 21:00.
      event(id, 'a', { sentAt: '2026-10-24T20:59:59Z' }),
      event(id, 'b', { sentAt: '2026-10-24T21:00:00Z' }),
      event(id, 'c', { sentAt: '2026-10-25T21:59:59Z' }),
      event(id, 'd', { sentAt: '2026-10-25T22:00:00Z' }),
      // 2026-03-29 has 23 hours: from 22:00 to 21:00 UTC.
      event(id, 'e', { sentAt: '2026-03-28T22:00:00Z' }),
      event(id, 'f', { sentAt: '2026-03-29T20:59:59Z' }),
      event(id, 'g', { sentAt: '2026-03-29T21:00:00Z' }),
    ]);
    const filter = { clientId: id, groupBy: 'day', from: '2026-03-29', to: '2026-10-26' };
    const { rows } = await list(app, 'statistics', filter);
    const sent = Object.fromEntries(
      rows
        .filter(({ sentMessages }) => sentMessages !== 0)
        .map((row) => [row.day, row.sentMessages]),
    );
    expect(sent).toEqual({
      '2026-03-29': 2,
      '2026-03-30': 1,
      '2026-10-24': 1,
      '2026-10-25': 2,
      '2026-10-26': 1,
    });
    // The list of messages cuts the days at the same instants.
    for (const [day, messages] of Object.entries(sent)) {
      const { total } = await list(app, 'messages', { clientId: id, from: day, to: day });
      expect([day, total]).toEqual([day, messages]);
    }
  });

  it('keeps a message that was refused before sending, uncounted and free', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    expect(await deliver(app, [event(id, 'm', { status: 'rejected' })])).toMatchObject({
      accepted: 1,
    });
    const { body } = await send<Message>(app, 'GET', `/api/messages/${id}-m`);
    expect(body).toMatchObject({ status: 'rejected', cost: '0.000000' });
    expect((await list(app, 'transactions', { clientId: id })).total).toBe(0);
    await rollUpAgrees();
  });

  it('tells the country by code, by the code’s first digits, or by the recipient', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    await deliver(app, [
      event(id, 'known', { mccMnc: '26001' }),
      event(id, 'unlisted', { mccMnc: '25577' }),
      event(id, 'number', { mccMnc: null, recipient: '+12024561111' }),
      event(id, 'canada', { mccMnc: null, recipient: '+14165550123' }),
      event(id, 'given', { mccMnc: null, country: 'DE' }),
      event(id, 'nobody', { mccMnc: null, recipient: '+9991234567' }),
    ]);
    const { rows } = await list<Message>(app, 'messages', { clientId: id });
    expect(Object.fromEntries(rows.map((row) => [row.externalId, row.country]))).toEqual({
      known: 'PL',
      unlisted: 'UA',
      number: 'US',
      canada: 'CA',
      given: 'DE',
      nobody: 'ZZ',
    });
  });

  it('takes newline-delimited JSON as it streams in', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    const text = [1, 2, 3].map((n) => `${JSON.stringify(event(id, `n${n}`))}\n`).join('');
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream({
      start(controller) {
        // Chunks that end anywhere, also within a line.
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
        controller.close();
      },
    });
    const response = await app.request('/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await response.json()).toEqual({ accepted: 3, repeated: 0, updated: 0, rejected: [] });
  });

  it.each([
    ['a line that is not JSON', 400, 'Line 2 is not JSON', `{"a":1}\n{"cut off`],
    ['bytes that are not UTF-8', 400, 'not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['more than 50,000 items', 413, '50000 items', '{}\n'.repeat(50_001)],
  ])('refuses %s whole', async (_, status, message, body) => {
    const before = await state();
    const response = await host.app.request('/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      status,
      message: expect.stringContaining(message) as string,
    });
    expect(await state()).toBe(before);
  });

  it('changes nothing when the sender breaks off', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    const before = await state();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event(id, 'x'))}\n`));
        controller.error(new Error('the line went dead'));
      },
    });
    const response = await app.request('/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(400);
    expect(await state()).toBe(before);
  });

  it('creates a single message like every other record', async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    const created = await send<Message>(app, 'POST', '/api/messages', event(id, 'one'));
    expect(created).toMatchObject({ status: 201, body: { id: `${id}-one`, status: 'sent' } });
    const again = await send(app, 'POST', '/api/messages', event(id, 'one'));
    expect(again).toMatchObject({ status: 200, body: { id: `${id}-one` } });
    const wrong = await send(app, 'POST', '/api/messages', event(id, 'two', { recipient: 'me' }));
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: { recipient: expect.stringContaining('E.164') as string } },
    });
    const nobody = await send(app, 'POST', '/api/messages', event(99999999, 'three'));
    expect(nobody).toMatchObject({
      status: 422,
      body: { errors: { clientId: expect.anything() } },
    });
  });

  it('takes a full batch of 50,000 in one transaction', { timeout: 120_000 }, async () => {
    const { app } = host;
    const { id } = await newClientOnCredit(app);
    const batch = Array.from({ length: 50_000 }, (_, n) => event(id, `big${n}`));
    expect(await deliver(app, batch)).toMatchObject({ accepted: 50_000, rejected: [] });
    const { rows, total } = await list<Transaction>(app, 'transactions', { clientId: id });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ credit: '2500.000000', messages: 50_000 });
    expect((await list(app, 'messages', { clientId: id }, ['id', 'ASC'], [0, 0])).total).toBe(
      50_000,
    );
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});

describe('API-2 traffic on PostgreSQL, many senders at once', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost('PostgreSQL');
  });
  afterAll(() => host.close());

  it('counts and charges every message once, without deadlocks', async () => {
    const { app, db } = host;
    const clients = await Promise.all(Array.from({ length: 5 }, () => newClientOnCredit(app)));
    const batches = Array.from({ length: 12 }, (_, batch) =>
      clients.flatMap(({ id }) =>
        Array.from({ length: 20 }, (__, n) => [
          // Half of each batch overlaps with the one before it.
          event(id, `m${batch * 10 + n}`),
          receipt(id, `m${batch * 10 + n}`, 'delivered', '2026-11-20T11:00:00Z'),
        ]).flat(),
      ),
    );
    const answers = await Promise.all(
      batches.map((items, n) => deliver(app, n % 2 === 0 ? items : items.toReversed())),
    );
    const accepted = answers.reduce((sum, answer) => sum + answer.accepted, 0);
    expect(accepted).toBe(5 * 130);
    const { rows } = await sql<{ messages: number; delivered: number; early: number }>`
      select sum(sent_messages)::int as messages, sum(delivered_messages)::int as delivered,
        (select count(*) from early_receipts) as early
      from message_statistics`.execute(db);
    expect(rows[0]).toEqual({ messages: 650, delivered: 650, early: 0 });
    expect((await verifyBalances(db)).faults).toEqual([]);
    expect(host.logged).toEqual([]);
  });
});
