import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '../../schema/transactions.ts';
import { post } from '../../server/transactions/post.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, receipt, send } from '../support/requests.ts';
import {
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
} from './office.ts';

describe.each(HOSTS)('FIN-8 a reversal on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  const reverse = (clientId: number, seq: number | string, comment = 'a mistake') =>
    postMoney(host.app, { clientId, kind: 'reversal', reversesId: `${clientId}-${seq}`, comment });

  it.each([
    ['top_up', '100', '-100.000000', '0.000000'],
    ['bonus', '0.000001', '-0.000001', '50.000000'],
    ['fee', '-3', '3.000000', '50.000000'],
    ['adjustment', '-7.5', '7.500000', '50.000000'],
    ['adjustment', '7.5', '-7.500000', '50.000000'],
  ])(
    'takes a %s of %s back whole, by a row of its own',
    async (kind, amount, opposite, balance) => {
      const { app } = host;
      const clientId = await richClient(app, kind === 'top_up' ? {} : { money: '50' });
      const { body: row } = await postMoney(app, { clientId, kind, amount, comment: 'x' });
      const { status, body } = await reverse(clientId, row.seq);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        kind: 'reversal',
        amount: opposite,
        balanceAfter: balance,
        reversesId: row.id,
        reversedById: null,
        comment: 'a mistake',
        purpose: 'Reversal',
      });
      const rows = await ledgerOf(app, clientId);
      // The row itself is as it was; that it was reversed is told, not written.
      expect(rows.at(-2)).toEqual({ ...row, reversedById: body.id });
      const { body: one } = await send<Transaction>(app, 'GET', `/api/transactions/${row.id}`);
      expect(one.reversedById).toBe(body.id);
    },
  );

  it('happens at most once', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '100' });
    const { body } = await reverse(clientId, 1);
    expect(await reverse(clientId, 1)).toMatchObject({
      status: 409,
      body: {
        type: 'urn:clientele:problem:conflict',
        message: `Transaction ${clientId}-1 has been reversed by ${body.id}.`,
        errors: { reversesId: `has been reversed by ${body.id}` },
      },
    });
    expect((await ledgerOf(app, clientId)).length).toBe(2);
  });

  it('happens at most once by the database’s own rule, whatever the program does', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '100' });
    const row = { clientId, kind: 'reversal', amount: '-100', actor: 'x', reversesSeq: 1 } as const;
    const options = { staffCopies: false };
    await post(db, [row], options);
    await expect(post(db, [row], options)).rejects.toMatchObject({ code: '23505' });
    expect((await ledgerOf(app, clientId)).length).toBe(2);
  });

  it('is never reversed itself, nor is a refund', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '100' });
    await reverse(clientId, 1);
    expect(await reverse(clientId, 2)).toMatchObject({
      status: 422,
      body: { errors: { reversesId: 'is a reversal, which cannot be reversed' } },
    });
    await deliver(app, [event(clientId, 'a')]);
    await deliver(app, [receipt(clientId, 'a', 'rejected', '2026-11-20T10:00:01Z')]);
    expect(await reverse(clientId, 4)).toMatchObject({
      status: 422,
      body: { errors: { reversesId: 'is a refund, which cannot be reversed' } },
    });
  });

  it.each(['9', '0', '99999999999999999', 'x', '-1', '', '1-1', '1.0', ' 1'])(
    'is refused for row "%s", which is not there',
    async (seq) => {
      const clientId = await richClient(host.app, { money: '1' });
      const answer = await reverse(clientId, seq);
      expect(answer).toMatchObject({
        status: 422,
        body: {
          errors: { reversesId: expect.stringMatching(/^(must be a|there is no) transaction/) },
        },
      });
    },
  );

  it('is refused for a row of another client', async () => {
    const { app } = host;
    const [mine, other] = [await richClient(app, { money: '1' }), await richClient(app)];
    const answer = await postMoney(app, {
      clientId: other,
      kind: 'reversal',
      reversesId: `${mine}-1`,
      comment: 'x',
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { reversesId: `is not a transaction of client ${other}` } },
    });
  });

  it('goes through below zero and below the limit, and so stops spending', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10', limit: '5' });
    await postMoney(app, { clientId, kind: 'fee', amount: '-12', comment: 'x' });
    expect(await reverse(clientId, 1)).toMatchObject({
      status: 201,
      body: { balanceAfter: '-12.000000' },
    });
    expect((await clientNow(app, clientId)).available).toBe('-7.000000');
    const fee = { clientId, kind: 'fee', amount: '-0.000001', comment: 'x' };
    expect((await postMoney(app, fee)).status).toBe(422);
  });

  it('gives a charge back once: what its messages come to later is not refunded again', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10' });
    await deliver(app, [
      event(clientId, 'a', { price: '2' }),
      event(clientId, 'b', { price: '3' }),
    ]);
    expect(await reverse(clientId, 2)).toMatchObject({
      status: 201,
      body: { amount: '5.000000', mailing: 'autumn', reversesId: `${clientId}-2` },
    });
    await deliver(app, [
      receipt(clientId, 'a', 'rejected', '2026-11-20T10:00:01Z'),
      receipt(clientId, 'b', 'delivered', '2026-11-20T10:00:01Z'),
    ]);
    expect((await ledgerOf(app, clientId)).map(({ kind }) => kind)).toEqual([
      'top_up',
      'charge',
      'reversal',
    ]);
    expect((await clientNow(app, clientId)).balance).toBe('10.000000');
  });

  it('is refused for a charge that has been refunded, also in part', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10' });
    await deliver(app, [
      event(clientId, 'a', { price: '2' }),
      event(clientId, 'b', { price: '3' }),
    ]);
    await deliver(app, [receipt(clientId, 'a', 'rejected', '2026-11-20T10:00:01Z')]);
    expect(await reverse(clientId, 2)).toMatchObject({
      status: 409,
      body: { errors: { reversesId: `has been reversed or refunded by ${clientId}-3` } },
    });
    // The rest of it can still be refunded by receipts.
    await deliver(app, [receipt(clientId, 'b', 'rejected', '2026-11-20T10:00:01Z')]);
    expect((await clientNow(app, clientId)).balance).toBe('10.000000');
  });

  it('leaves credit limits alone: they are no transactions', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '1' });
    await setLimit(app, { clientId, amount: '5' });
    await reverse(clientId, 1);
    expect((await list(app, 'credit_limits', { clientId })).total).toBe(1);
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});
