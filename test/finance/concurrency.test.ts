import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { event, receipt, send } from '../support/requests.ts';
import {
  asked,
  clientNow,
  deliverSurely,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  postSurely,
  richClient,
  setLimit,
} from './office.ts';

const times = <Result>(count: number, run: (n: number) => Result) =>
  Array.from({ length: count }, (_, n) => run(n));

/** How many there are of each: `{ 201: 100, 422: 400 }`. */
function tally(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
const statuses = (answers: readonly { status: number }[]) =>
  tally(answers.map(({ status }) => status));

describe.each(HOSTS)('many at once on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name, { topUpApproval: { '*': '1000' } });
  });
  afterAll(() => host.close());

  it('L11 lets 500 take 1 each out of 100: exactly 100 get it', { timeout: 120_000 }, async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '60', limit: '40' });
    const debit = { clientId, kind: 'adjustment', amount: '-1', comment: 'race' };
    const answers = await Promise.all(times(500, () => postSurely(app, debit)));
    expect(tally(answers.map(({ status, body }) => body.type ?? status))).toEqual({
      201: 100,
      'urn:clientele:problem:insufficient-funds': 400,
    });
    const rows = await ledgerOf(app, clientId);
    expect(rows.map(({ seq }) => seq)).toEqual(times(101, (n) => n + 1));
    expect(rows.at(-1)?.balanceAfter).toBe('-40.000000');
    expect((await clientNow(app, clientId)).available).toBe('0.000000');
    // Each answer is a row of its own.
    const posted = answers.flatMap(({ status, body }) => (status === 201 ? [body.seq] : []));
    expect(posted.toSorted((a, b) => a - b)).toEqual(times(100, (n) => n + 2));
    await expectProven(db);
  });

  it.each(['on_submit', 'on_delivery'] as const)(
    'L11 queues exactly 100 of 500 messages that are paid %s',
    { timeout: 120_000 },
    async (chargingPolicy) => {
      const { app, db } = host;
      const clientId = await richClient(app, { money: '100', chargingPolicy });
      const answers = await Promise.all(
        times(250, (n) =>
          deliverSurely(
            app,
            ['a', 'b'].map((one) =>
              event(clientId, `${one}${n}`, { price: '1', status: 'queued' }),
            ),
          ),
        ),
      );
      expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(100);
      expect(answers.reduce((sum, { rejected }) => sum + rejected.length, 0)).toBe(400);
      const paid = { balance: '0.000000', reserved: '0.000000', available: '0.000000' };
      const held = { balance: '100.000000', reserved: '100.000000', available: '0.000000' };
      expect(await clientNow(app, clientId)).toMatchObject(
        chargingPolicy === 'on_submit' ? paid : held,
      );
      await expectProven(db);
    },
  );

  it('FIN-7 posts once for a key that is sent 50 times at once', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10' });
    const bodies = [
      { clientId, kind: 'bonus', amount: '5' },
      // The first one leaves nothing for a second.
      { clientId, kind: 'fee', amount: '-15', comment: 'x' },
      { clientId, kind: 'reversal', reversesId: `${clientId}-1`, comment: 'x' },
      { clientId, kind: 'top_up', amount: '5000' },
    ];
    for (const [n, body] of bodies.entries()) {
      const key = `${name} once ${n}`;
      const answers = await Promise.all(times(50, () => postMoney(app, body, { key })));
      const done = answers.filter(({ status }) => status < 300);
      expect(new Set(done.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
      expect(done.filter(({ headers }) => !headers.get('Idempotent-Replayed')).length).toBe(1);
      for (const { status, body: refusal } of answers.filter((answer) => answer.status >= 300)) {
        const type = refusal.type ?? '';
        expect(['urn:clientele:problem:in-flight', 'urn:clientele:problem:unavailable']).toContain(
          type,
        );
        expect([409, 503]).toContain(status);
      }
      expect((await postSurely(app, body, { key })).body).toEqual(done[0]?.body);
    }
    expect((await ledgerOf(app, clientId)).map(({ kind }) => kind)).toEqual([
      'top_up',
      'bonus',
      'fee',
      'reversal',
    ]);
  });

  it('FIN-7 gives a key that is sent for two clients at once to one of them', async () => {
    const { app } = host;
    const clients = [await richClient(app), await richClient(app)];
    for (let round = 0; round < 10; round += 1) {
      const key = `${name} both ${round}`;
      const answers = await Promise.all(
        clients.map((clientId) =>
          postSurely(app, { clientId, kind: 'bonus', amount: '1' }, { key }),
        ),
      );
      expect(statuses(answers)).toEqual({ 201: 1, 422: 1 });
    }
    const rows = await Promise.all(clients.map((clientId) => ledgerOf(app, clientId)));
    expect(rows.flat().length).toBe(10);
  });

  it('FIN-8 reverses a row once for 20 who ask at once', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '10' });
    const body = { clientId, kind: 'reversal', reversesId: `${clientId}-1`, comment: 'x' };
    const answers = await Promise.all(times(20, (n) => postSurely(app, body, { by: `p${n % 3}` })));
    expect(statuses(answers)).toEqual({ 201: 1, 409: 19 });
    expect((await ledgerOf(app, clientId)).length).toBe(2);
    await expectProven(db);
  });

  it('FIN-13 decides a top-up once, whoever decide it at once', async () => {
    const { app, db } = host;
    const approved = { status: 'approved' };
    const rejected = { status: 'rejected', reason: 'no' };
    const withdrawn = { status: 'withdrawn' };
    for (const decisions of [
      [
        [approved, 'boss'],
        [approved, 'chief'],
      ],
      [
        [approved, 'boss'],
        [rejected, 'chief'],
      ],
      [
        [approved, 'boss'],
        [withdrawn, 'author'],
      ],
      [
        [rejected, 'boss'],
        [approved, 'boss'],
        [approved, 'chief'],
        [withdrawn, 'author'],
      ],
    ] as const) {
      const clientId = await richClient(app);
      const top = { clientId, kind: 'top_up', amount: '5000' };
      const { body: request } = await postMoney(app, top, { by: 'author' });
      const path = `/api/top_up_requests/${request.id}`;
      const answers = await Promise.all(
        decisions.map(([decision, by]) =>
          send<TopUpRequest>(app, 'PUT', path, decision, asked({ by })),
        ),
      );
      expect(statuses(answers)).toEqual({ 200: 1, 409: decisions.length - 1 });
      const { body: after } = await send<TopUpRequest>(app, 'GET', path);
      expect(answers.find(({ status }) => status === 200)?.body).toEqual(after);
      const rows = await ledgerOf(app, clientId);
      expect(rows.map(({ id }) => id)).toEqual(
        after.status === 'approved' ? [after.transactionId] : [],
      );
    }
    await expectProven(db);
  });

  it('FIN-8, FIN-11 gives a charge back once, by its receipts or by hand', async () => {
    const { app, db } = host;
    const outcomes = await Promise.all(
      times(12, async () => {
        const clientId = await richClient(app, { money: '10' });
        await deliverSurely(
          app,
          ['a', 'b'].map((one) => event(clientId, one, { price: '2' })),
        );
        const body = { clientId, kind: 'reversal', reversesId: `${clientId}-2`, comment: 'x' };
        const [reversal] = await Promise.all([
          postSurely(app, body),
          deliverSurely(app, [receipt(clientId, 'a', 'rejected', '2026-11-20T10:00:01Z')]),
          deliverSurely(app, [receipt(clientId, 'b', 'rejected', '2026-11-20T10:00:01Z')]),
        ]);
        const rows = await ledgerOf(app, clientId);
        expect(rows.at(-1)?.balanceAfter).toBe('10.000000');
        const kinds = rows.slice(2).map(({ kind }) => kind);
        expect(kinds).toEqual(reversal.status === 201 ? ['reversal'] : ['refund', 'refund']);
        return reversal.status;
      }),
    );
    expect(outcomes.every((status) => [201, 409].includes(status))).toBe(true);
    await expectProven(db);
  });

  it('never deadlocks, whatever order the clients of batches come in', async () => {
    const { app, db } = host;
    const clients = await Promise.all(times(4, () => richClient(app, { money: '1000' })));
    const answers = await Promise.all(
      times(60, async (n) => {
        const order = n % 2 === 0 ? clients : clients.toReversed();
        if (n % 3 === 2) {
          const clientId = clients[n % 4];
          if (n % 4 === 0) return (await setLimit(app, { clientId, amount: `${n}` })).status;
          return (await postMoney(app, { clientId, kind: 'bonus', amount: '1' })).status;
        }
        const batch = order.map((id) => event(id, `deadlock ${n}`, { mailing: `m${n % 5}` }));
        return (await send(app, 'POST', '/api/messages', batch)).status;
      }),
    );
    expect(answers.filter((status) => status >= 400)).toEqual([]);
    await expectProven(db);
  });
});
