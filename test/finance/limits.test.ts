import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditLimit, type CreditLimit } from '../../schema/credit-limits.ts';
import { endLimits } from '../../server/credit-limits/end.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, send } from '../support/requests.ts';
import {
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
  sortable,
} from './office.ts';

const options = { staffCopies: false };

describe.each(HOSTS)('credit limits on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  const history = async (clientId: number) =>
    (await list<CreditLimit>(host.app, 'credit_limits', { clientId })).rows;
  const fee = (clientId: number, amount: string) =>
    postMoney(host.app, { clientId, kind: 'fee', amount, comment: 'x' });
  /** An instant a little ahead of the database's clock, which is this machine's. */
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  /** Sets a limit with an end, and moves that end into the past. */
  const setTemporary = async (clientId: number, amount: string) => {
    const set = await setLimit(host.app, { clientId, amount, expiresAt: '2100-01-01T00:00:00Z' });
    expect(set.status).toBe(201);
    return async () => {
      const { rows } = await sql<{ at: string }>`
        update client_accounts set credit_limit_expires_at = now() where client_id = ${clientId}
        returning credit_limit_expires_at as at`.execute(host.db);
      return rows[0]?.at;
    };
  };

  it('FIN-10 keeps who set which limit when, from what, and why', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    const first = await setLimit(app, { clientId, amount: '100', reason: 'new' }, { by: 'anna' });
    expect(first.status).toBe(201);
    expect(creditLimit.parse(first.body)).toEqual(first.body);
    await setLimit(app, { clientId, amount: '0.000001', notify: true }, { by: 'boris' });
    await setLimit(app, { clientId, amount: '0' }, { by: 'anna' });
    const rows = await history(clientId);
    expect(rows[0]).toEqual(first.body);
    expect(
      rows.map(({ id, amount, previousAmount, reason, notify, actor }) => [
        id,
        amount,
        previousAmount,
        reason,
        notify,
        actor,
      ]),
    ).toEqual([
      [`${clientId}-1`, '100.000000', '0.000000', 'new', false, 'anna'],
      [`${clientId}-2`, '0.000001', '100.000000', null, true, 'boris'],
      [`${clientId}-3`, '0.000000', '0.000001', null, false, 'anna'],
    ]);
    const times = rows.map(({ setAt }) => sortable(setAt));
    expect(times).toEqual(times.toSorted());
    expect((await clientNow(app, clientId)).creditLimit).toBe('0.000000');
    const { rows: audit } = await list(app, 'audit', { clientId, resource: 'credit_limits' });
    expect(audit.map(({ actor, reason }) => [actor, reason])).toEqual([
      ['anna', 'new'],
      ['boris', null],
      ['anna', null],
    ]);
  });

  it('FIN-2 puts a notice into the outbox only when the client is to be told', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '5' });
    await setLimit(app, { clientId, amount: '100' });
    await setLimit(app, { clientId, amount: '200', notify: true });
    await setLimit(app, { clientId, amount: '-1', notify: true });
    const { rows } = await list(app, 'notices', { clientId });
    expect(rows).toMatchObject([
      {
        kind: 'credit_limit',
        audience: 'client',
        status: 'pending',
        parameters: {
          amount: '200.000000',
          previousAmount: '100.000000',
          available: '205.000000',
          expiresAt: null,
          currency: 'EUR',
        },
      },
    ]);
  });

  it.each<[object, object]>([
    [{ amount: '-0.01' }, { amount: expect.anything() }],
    [{ amount: '1.1234567' }, { amount: expect.anything() }],
    [{ amount: null }, { amount: expect.anything() }],
    [{}, { amount: 'is required' }],
    [{ amount: '1', expiresAt: '2020-01-01T00:00:00Z' }, { expiresAt: 'must lie in the future' }],
    [{ amount: '1', expiresAt: '2100-01-01' }, { expiresAt: expect.anything() }],
    [{ amount: '1', expiresAt: 'soon' }, { expiresAt: expect.anything() }],
    [{ amount: '1', setAt: '2020-01-01T00:00:00Z' }, { setAt: 'is not a known field' }],
    [{ amount: '1', reason: 'x'.repeat(501) }, { reason: expect.anything() }],
    [{ amount: '1', clientId: 987654 }, { clientId: 'there is no client 987654' }],
  ])('FIN-2 refuses %o at the field', async (body, errors) => {
    const { app } = host;
    const clientId = await richClient(app);
    const answer = await setLimit(app, { clientId, ...body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual(errors);
    expect(await history(clientId)).toEqual([]);
  });

  it('FIN-2 stops spending when it falls below what is used, and takes nothing back', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10', limit: '100' });
    await fee(clientId, '-60');
    await setLimit(app, { clientId, amount: '20' });
    const before = await ledgerOf(app, clientId);
    expect(await clientNow(app, clientId)).toMatchObject({
      balance: '-50.000000',
      creditLimit: '20.000000',
      available: '-30.000000',
    });
    expect((await fee(clientId, '-0.000001')).status).toBe(422);
    const queued = event(clientId, 'q', { status: 'queued', price: '0.01' });
    expect(await deliver(app, [queued])).toMatchObject({
      accepted: 0,
      rejected: [{ message: expect.stringContaining('0.010000 needed, -30.000000 available') }],
    });
    expect(await ledgerOf(app, clientId)).toEqual(before);
    // Money comes in, and spending goes on as soon as there is enough of it.
    await postMoney(app, { clientId, kind: 'top_up', amount: '30.01' });
    expect(await deliver(app, [queued])).toMatchObject({ accepted: 1, rejected: [] });
    expect((await clientNow(app, clientId)).available).toBe('0.000000');
  });

  describe('FIN-10 with an end', () => {
    it('stops to hold at its end by the database’s clock, before any job has run', async () => {
      const { app, db } = host;
      const clientId = await richClient(app, { limit: '10' });
      const expiresAt = soon(2000);
      const set = await setLimit(app, { clientId, amount: '100', expiresAt, reason: 'holidays' });
      expect(set.body).toMatchObject({ expiresAt, amount: '100.000000' });
      expect(await clientNow(app, clientId)).toMatchObject({
        creditLimit: '100.000000',
        creditLimitExpiresAt: expiresAt,
        available: '100.000000',
      });
      expect((await fee(clientId, '-10')).status).toBe(201);
      await sql`select pg_sleep(2.1)`.execute(db);
      expect(await clientNow(app, clientId)).toMatchObject({
        creditLimit: '10.000000',
        creditLimitExpiresAt: null,
        available: '0.000000',
      });
      expect(await fee(clientId, '-0.01')).toMatchObject({
        status: 422,
        body: { errors: { amount: 'takes more than is available: 0.000000 EUR' } },
      });
      const queued = event(clientId, 'q', { status: 'queued', price: '0.01' });
      expect(await deliver(app, [queued])).toMatchObject({ accepted: 0 });
      expect((await history(clientId)).length).toBe(2);

      expect(await endLimits(db, { ...options, clientIds: [clientId] })).toBe(1);
      expect((await history(clientId)).at(-1)).toEqual({
        id: `${clientId}-3`,
        clientId,
        amount: '10.000000',
        previousAmount: '100.000000',
        expiresAt: null,
        reason: null,
        notify: false,
        setAt: expiresAt,
        actor: 'system',
      });
      expect(await endLimits(db, { ...options, clientIds: [clientId] })).toBe(0);
      expect((await clientNow(app, clientId)).available).toBe('0.000000');
    });

    it('is written down once by however many servers', async () => {
      const { app, db } = host;
      const ids = [];
      for (let n = 0; n < 5; n += 1) {
        const clientId = await richClient(app);
        const end = await setTemporary(clientId, '1');
        await end();
        ids.push(clientId);
      }
      const ended = await Promise.all(Array.from({ length: 4 }, () => endLimits(db, options)));
      expect(ended.reduce((sum, count) => sum + count, 0)).toBe(5);
      for (const id of ids) {
        expect((await history(id)).map(({ actor }) => actor)).toEqual(['tester', 'system']);
      }
    });

    it('falls back to the last one without an end, whatever temporary ones came between', async () => {
      const { app } = host;
      const clientId = await richClient(app, { limit: '10' });
      await setLimit(app, { clientId, amount: '100', expiresAt: soon(60_000) });
      const end = await setTemporary(clientId, '50');
      expect((await clientNow(app, clientId)).creditLimit).toBe('50.000000');
      await end();
      expect((await clientNow(app, clientId)).creditLimit).toBe('10.000000');
    });

    it('can be lower than what holds afterwards', async () => {
      const clientId = await richClient(host.app, { limit: '10' });
      const end = await setTemporary(clientId, '0');
      expect((await fee(clientId, '-1')).status).toBe(422);
      await end();
      expect((await fee(clientId, '-10')).status).toBe(201);
    });

    it('gives way to one without an end for good', async () => {
      const { app, db } = host;
      const clientId = await richClient(app, { limit: '10' });
      await setTemporary(clientId, '100');
      await setLimit(app, { clientId, amount: '30' });
      expect(await endLimits(db, { ...options, clientIds: [clientId] })).toBe(0);
      expect(await clientNow(app, clientId)).toMatchObject({
        creditLimit: '30.000000',
        creditLimitExpiresAt: null,
      });
    });

    it('has its end in the history before the limit that is set next', async () => {
      const { app } = host;
      const clientId = await richClient(app, { limit: '10' });
      const end = await setTemporary(clientId, '100');
      const endedAt = await end();
      await setLimit(app, { clientId, amount: '70' }, { by: 'anna' });
      const rows = await history(clientId);
      expect(rows.map((row) => [row.amount, row.previousAmount, row.actor])).toEqual([
        ['10.000000', '0.000000', 'tester'],
        ['100.000000', '10.000000', 'tester'],
        ['10.000000', '100.000000', 'system'],
        ['70.000000', '10.000000', 'anna'],
      ]);
      expect(rows[2]?.setAt).toBe(endedAt);
      const times = rows.map(({ setAt }) => sortable(setAt));
      expect(times).toEqual(times.toSorted());
    });
  });

  it('L10 is not changed by a PUT of the client', async () => {
    const { app } = host;
    const clientId = await richClient(app, { limit: '10' });
    const client = await clientNow(app, clientId);
    const changed = { ...client, creditLimit: '500', creditLimitExpiresAt: null, company: 'New' };
    expect((await send(app, 'PUT', `/api/clients/${clientId}`, changed)).status).toBe(200);
    expect((await clientNow(app, clientId)).creditLimit).toBe('10.000000');
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});
