import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preview, type Preview } from '../../schema/previews.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, newClient, send } from '../support/requests.ts';
import { refused } from '../contract/refused.ts';
import {
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
} from './office.ts';

describe.each(HOSTS)('previews on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name, { topUpApproval: { '*': '1000' } });
  });
  afterAll(() => host.close());

  const previewOf = async (filter: object) => {
    const { rows, total } = await list<Preview>(host.app, 'previews', filter);
    expect(total).toBe(1);
    return preview.parse(rows[0]);
  };
  const after = ({ balanceAfter, creditLimitAfter, availableAfter }: Preview) => ({
    balance: balanceAfter,
    creditLimit: creditLimitAfter,
    available: availableAfter,
  });
  const figures = async (clientId: number) => {
    const { balance, creditLimit, available } = await clientNow(host.app, clientId);
    return { balance, creditLimit, available };
  };

  it.each([
    ['top_up', '0.000001', 201],
    ['top_up', '1000', 201],
    ['top_up', '1000.01', 202],
    ['bonus', '5000', 201],
    ['fee', '-25', 201],
    ['fee', '-25.000001', 422],
    ['adjustment', '-25', 201],
    ['adjustment', '-26', 422],
    ['adjustment', '26', 201],
  ])('FIN-3 tell what a %s of %s comes to: %i', async (kind, amount, status) => {
    const { app } = host;
    const clientId = await richClient(app, { money: '20', limit: '10' });
    const policy = { chargingPolicy: 'on_delivery' };
    await send(app, 'PUT', `/api/clients/${clientId}`, policy);
    await deliver(app, [event(clientId, 'held', { price: '5', status: 'queued' })]);
    const told = await previewOf({ clientId, kind, amount });
    expect(told).toMatchObject({
      id: `${clientId}:${kind}:${amount}`,
      clientId,
      currency: 'EUR',
      ...(await figures(clientId)),
      needsApproval: status === 202,
      insufficient: status === 422,
      repeatedAt: null,
    });
    const path = `/api/previews/${encodeURIComponent(told.id)}`;
    expect((await send(app, 'GET', path)).body).toEqual(told);
    const before = await figures(clientId);
    const body = { clientId, kind, amount, comment: 'x' };
    const answer = await postMoney(app, body);
    expect(answer.status).toBe(status);
    expect(await figures(clientId)).toEqual(status === 201 ? after(told) : before);
  });

  it('FIN-3 call no money that comes in insufficient, however low the balance', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    await deliver(app, [event(clientId, 'a', { price: '100' })]);
    const told = await previewOf({ clientId, kind: 'adjustment', amount: '1' });
    expect(told).toMatchObject({ insufficient: false, availableAfter: '-99.000000' });
    const body = { clientId, kind: 'adjustment', amount: '1', comment: 'x' };
    expect((await postMoney(app, body)).status).toBe(201);
    expect(await figures(clientId)).toEqual(after(told));
  });

  it('FIN-8 tell what a reversal comes to, also below the limit', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '20', limit: '10' });
    await postMoney(app, { clientId, kind: 'fee', amount: '-25', comment: 'x' });
    for (const seq of [1, 2]) {
      const reversesId = `${clientId}-${seq}`;
      const told = await previewOf({ clientId, kind: 'reversal', reversesId });
      expect(told).toMatchObject({ insufficient: false, needsApproval: false, repeatedAt: null });
      expect(told.id).toBe(`${clientId}:reversal:${reversesId}`);
      await postMoney(app, { clientId, kind: 'reversal', reversesId, comment: 'x' });
      expect(await figures(clientId)).toEqual(after(told));
    }
  });

  it.each(['9', '0'])('FIN-8 are none for row %s, which is not there', async (seq) => {
    const clientId = await richClient(host.app, { money: '1' });
    const other = await richClient(host.app, { money: '1' });
    for (const reversesId of [`${clientId}-${seq}`, `${other}-1`, 'x']) {
      const filter = { clientId, kind: 'reversal', reversesId };
      expect((await list(host.app, 'previews', filter)).total).toBe(0);
    }
  });

  it.each(['0', '0.000001', '25', '1000000'])(
    'FIN-2 tell what a credit limit of %s comes to',
    async (amount) => {
      const { app } = host;
      const clientId = await richClient(app, { money: '20', limit: '25' });
      const told = await previewOf({ clientId, kind: 'credit_limit', amount });
      expect(told).toMatchObject({ insufficient: false, balanceAfter: told.balance });
      await setLimit(app, { clientId, amount });
      expect(await figures(clientId)).toEqual(after(told));
    },
  );

  it('FIN-10 reckon with a limit that has just ended', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '20', limit: '5' });
    await setLimit(app, { clientId, amount: '100', expiresAt: '2100-01-01T00:00:00Z' });
    expect(await previewOf({ clientId, kind: 'fee', amount: '-26' })).toMatchObject({
      creditLimit: '100.000000',
      insufficient: false,
    });
    await sql`update client_accounts set credit_limit_expires_at = now()
      where client_id = ${clientId}`.execute(db);
    expect(await previewOf({ clientId, kind: 'fee', amount: '-26' })).toMatchObject({
      creditLimit: '5.000000',
      available: '25.000000',
      insufficient: true,
    });
    const raised = await previewOf({ clientId, kind: 'credit_limit', amount: '7' });
    await setLimit(app, { clientId, amount: '7' });
    expect(await figures(clientId)).toEqual(after(raised));
  });

  it('FIN-7 tell that the same was entered within two minutes', async () => {
    const { app, db } = host;
    const clientId = await richClient(app);
    const repeated = async (kind: string, amount: string) =>
      (await previewOf({ clientId, kind, amount })).repeatedAt;
    const { body } = await postMoney(app, { clientId, kind: 'top_up', amount: '5.50' });
    expect(await repeated('top_up', '5.5')).toBe(body.occurredAt);
    expect(await repeated('top_up', '5.500001')).toBeNull();
    expect(await repeated('bonus', '5.5')).toBeNull();
    const other = await newClient(app);
    const theirs = { clientId: other.id, kind: 'top_up', amount: '5.5' };
    expect((await previewOf(theirs)).repeatedAt).toBeNull();
    // A request that waits counts as entered, one that was rejected does not.
    const asked = await postMoney(app, { clientId, kind: 'top_up', amount: '1500' });
    expect(await repeated('top_up', '1500')).toBe(asked.body.requestedAt);
    const rejection = { status: 'rejected', reason: 'no' };
    await send(app, 'PUT', `/api/top_up_requests/${asked.body.id}`, rejection);
    expect(await repeated('top_up', '1500')).toBeNull();
    await postMoney(app, { clientId, kind: 'top_up', amount: '1600' });
    await sql`update top_up_requests set requested_at = now() - interval '121 seconds'
      where client_id = ${clientId}`.execute(db);
    expect(await repeated('top_up', '1600')).toBeNull();
  });

  it('write nothing', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '20', lowBalanceWarning: '10' });
    const before = [await clientNow(app, clientId), await ledgerOf(app, clientId)];
    await previewOf({ clientId, kind: 'fee', amount: '-15' });
    await previewOf({ clientId, kind: 'top_up', amount: '5000' });
    expect([await clientNow(app, clientId), await ledgerOf(app, clientId)]).toEqual(before);
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from notices where client_id = ${clientId})
        + (select count(*) from top_up_requests where client_id = ${clientId}) as n`.execute(db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each([
    [{ kind: 'top_up', amount: '1' }, 'clientId is required'],
    [{ clientId: 1, amount: '1' }, 'kind is required'],
    [{ clientId: 1, kind: 'charge', amount: '1' }, 'kind'],
    [{ clientId: 1, kind: 'top_up' }, 'amount is required'],
    [{ clientId: 1, kind: 'reversal' }, 'reversesId is required'],
    [{ clientId: 1, kind: 'top_up', amount: 'x' }, 'amount'],
    [{ clientId: 1, kind: 'top_up', amount: 5 }, 'amount'],
    [{ clientId: 1, kind: 'credit_limit', amount: '-5' }, 'amount'],
  ])('refuse %o', async (filter, words) => {
    const query = encodeURIComponent(JSON.stringify(filter));
    const { status, message } = await refused(host, 'GET', `/api/previews?filter=${query}`);
    expect(status).toBe(400);
    expect(message).toContain(words);
  });

  it('are none for ids of what could never be entered', async () => {
    const clientId = await richClient(host.app, { money: '1' });
    for (const what of ['credit_limit:-5', 'top_up:x', 'charge:1', 'reversal:x', 'top_up:1:1']) {
      const path = `/api/previews/${encodeURIComponent(`${clientId}:${what}`)}`;
      expect((await refused(host, 'GET', path)).status).toBe(404);
    }
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});
