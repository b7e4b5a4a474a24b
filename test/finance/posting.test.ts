import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayDo, ROLES, type FinanceAction } from '../../schema/roles.ts';
import { transaction } from '../../schema/transactions.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, list } from '../support/requests.ts';
import {
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
} from './office.ts';

describe.each(HOSTS)('posting on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  it.each([
    ['top_up', '12.5', null, { debit: '12.500000', credit: null, purpose: 'Top-up' }],
    ['bonus', '0.000001', 'welcome', { debit: '0.000001', credit: null, purpose: 'Bonus' }],
    ['fee', '-3', 'monthly', { debit: null, credit: '3.000000', purpose: 'Fee' }],
    ['adjustment', '-0.0352', 'typo', { debit: null, credit: '0.035200', purpose: 'Adjustment' }],
    ['adjustment', '7', 'typo\nof May', { debit: '7.000000', credit: null, purpose: 'Adjustment' }],
  ])('FIN-3 posts a %s of %s', async (kind, amount, comment, expected) => {
    const { app } = host;
    const id = await richClient(app, { money: '10' });
    const { status, body } = await postMoney(
      app,
      { clientId: id, kind, amount, comment },
      { by: 'anna' },
    );
    expect(status).toBe(201);
    expect(transaction.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      id: `${id}-2`,
      clientId: id,
      seq: 2,
      kind,
      comment,
      currency: 'EUR',
      actor: 'anna',
      mailing: null,
      reversesId: null,
      reversedById: null,
      ...expected,
    });
    expect((await clientNow(app, id)).balance).toBe(body.balanceAfter);
    const { rows } = await list(app, 'audit', { clientId: id, resource: 'transactions' });
    expect(rows.at(-1)).toMatchObject({
      actor: 'anna',
      action: 'create',
      recordId: `${id}-2`,
      after: { kind, amount: body.amount, balanceAfter: body.balanceAfter },
      reason: comment,
    });
  });

  it.each<[object, object]>([
    [{ kind: 'top_up' }, { amount: 'is required' }],
    [{ kind: 'top_up', amount: '-1' }, { amount: 'must be greater than zero' }],
    [{ kind: 'top_up', amount: '0' }, { amount: 'must be greater than zero' }],
    [{ kind: 'top_up', amount: '-0.000000' }, { amount: 'must be greater than zero' }],
    [{ kind: 'bonus', amount: '-1' }, { amount: 'must be greater than zero' }],
    [{ kind: 'fee', amount: '1', comment: 'x' }, { amount: expect.stringContaining('less') }],
    [{ kind: 'fee', amount: '0', comment: 'x' }, { amount: expect.anything() }],
    [{ kind: 'fee', amount: '-1' }, { comment: 'must say why' }],
    [{ kind: 'fee', amount: '-1', comment: ' \n ' }, { comment: 'must say why' }],
    [{ kind: 'adjustment', amount: '0.00', comment: 'x' }, { amount: 'must not be zero' }],
    [{ kind: 'adjustment', amount: '-1' }, { comment: 'must say why' }],
    [
      { kind: 'adjustment', amount: '0', comment: null },
      { amount: 'must not be zero', comment: 'must say why' },
    ],
    [{ kind: 'top_up', amount: '1.1234567' }, { amount: expect.anything() }],
    [{ kind: 'top_up', amount: 1 }, { amount: expect.anything() }],
    [{ kind: 'top_up', amount: '1', seq: 1 }, { seq: 'is not a known field' }],
    [{ kind: 'top_up', amount: '1', occurredAt: '2020-01-01' }, { occurredAt: expect.anything() }],
    [{ kind: 'top_up', amount: '1', currency: 'USD' }, { currency: expect.anything() }],
    [{ kind: 'top_up', amount: '1', reversesId: '1-1' }, { reversesId: expect.anything() }],
    [{ kind: 'top_up', amount: '1', comment: 'x'.repeat(501) }, { comment: expect.anything() }],
    [{ kind: 'charge', amount: '-1', comment: 'x' }, { kind: expect.anything() }],
    [{ kind: 'refund', amount: '1', comment: 'x' }, { kind: expect.anything() }],
    [{ kind: 'reversal', comment: 'x' }, { reversesId: 'is required' }],
    [{ kind: 'reversal', reversesId: '1-1' }, { comment: 'must say why' }],
    [
      { kind: 'reversal', reversesId: '1-1', comment: 'x', amount: '1' },
      { amount: expect.anything() },
    ],
  ])('FIN-3 refuses %o at the field, and writes nothing', async (body, errors) => {
    const { app } = host;
    const id = await richClient(app, { money: '10' });
    const answer = await postMoney(app, { clientId: id, ...body });
    expect(answer).toMatchObject({ status: 422, body: { type: 'urn:clientele:problem:invalid' } });
    expect(answer.body.errors).toEqual(errors);
    expect((await ledgerOf(app, id)).length).toBe(1);
  });

  it('FIN-3 refuses a client that is not there', async () => {
    const { app } = host;
    for (const body of [
      { kind: 'top_up', amount: '1' },
      { kind: 'fee', amount: '-1', comment: 'x' },
      { kind: 'reversal', reversesId: '987654-1', comment: 'x' },
    ]) {
      const answer = await postMoney(app, { clientId: 987654, ...body });
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: { clientId: 'there is no client 987654' } },
      });
    }
  });

  it.each(['fee', 'adjustment'])(
    'FIN-3 lets a %s take what is available, to the last digit',
    async (kind) => {
      const { app } = host;
      const id = await richClient(app, { money: '10', limit: '5', chargingPolicy: 'on_delivery' });
      await deliver(app, [event(id, 'held', { price: '2', status: 'queued' })]);
      const take = (amount: string) =>
        postMoney(app, { clientId: id, kind, amount, comment: 'reason' });
      expect(await take('-13.000001')).toMatchObject({
        status: 422,
        body: {
          type: 'urn:clientele:problem:insufficient-funds',
          errors: { amount: 'takes more than is available: 13.000000 EUR' },
        },
      });
      expect(await take('-13')).toMatchObject({ status: 201, body: { balanceAfter: '-3.000000' } });
      expect(await take('-0.000001')).toMatchObject({ status: 422 });
      expect(await clientNow(app, id)).toMatchObject({ available: '0.000000' });
      expect((await ledgerOf(app, id)).length).toBe(2);
    },
  );

  it('FIN-3 takes money in however far below the limit the balance lies', async () => {
    const { app } = host;
    const id = await richClient(app);
    await deliver(app, [event(id, 'a', { price: '100' })]);
    expect((await clientNow(app, id)).available).toBe('-100.000000');
    const answers = [
      await postMoney(app, { clientId: id, kind: 'adjustment', amount: '1', comment: 'x' }),
      await postMoney(app, { clientId: id, kind: 'bonus', amount: '1' }),
      await postMoney(app, { clientId: id, kind: 'top_up', amount: '1' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await clientNow(app, id)).available).toBe('-97.000000');
  });

  it('refuses an amount that the balance has no room for', async () => {
    const { app } = host;
    const id = await richClient(app, { money: '99999999999999.999999' });
    const answer = await postMoney(app, { clientId: id, kind: 'bonus', amount: '0.000001' });
    expect(answer).toMatchObject({ status: 422, body: { type: 'urn:clientele:problem:invalid' } });
    expect((await ledgerOf(app, id)).length).toBe(1);
  });

  describe('AUTH-1 by role', () => {
    // Of approvals see requests.test.ts, of notices test/notices/resource.test.ts.
    type Action = Exclude<FinanceAction, 'approval' | 'notice'>;
    const actions = ['top_up', 'bonus', 'fee', 'adjustment', 'reversal', 'credit_limit'] as const;
    const cells = ROLES.flatMap((role) => actions.map((action) => [role, action] as const));

    it.each(cells)('%s: %s', async (role, action) => {
      const { app } = host;
      const id = await richClient(app, { money: '10' });
      const requests: Record<Action, () => Promise<{ status: number; body: object }>> = {
        top_up: () => postMoney(app, { clientId: id, kind: 'top_up', amount: '1' }, { as: role }),
        bonus: () => postMoney(app, { clientId: id, kind: 'bonus', amount: '1' }, { as: role }),
        fee: () =>
          postMoney(app, { clientId: id, kind: 'fee', amount: '-1', comment: 'x' }, { as: role }),
        adjustment: () =>
          postMoney(
            app,
            { clientId: id, kind: 'adjustment', amount: '-1', comment: 'x' },
            { as: role },
          ),
        reversal: () =>
          postMoney(
            app,
            { clientId: id, kind: 'reversal', reversesId: `${id}-1`, comment: 'x' },
            { as: role },
          ),
        credit_limit: () => setLimit(app, { clientId: id, amount: '1' }, { as: role }),
      };
      const { status, body } = await requests[action]();
      const allowed = mayDo(role, action);
      const refusal = { type: 'urn:clientele:problem:forbidden', status: 403 };
      expect({ status, body }).toMatchObject(
        allowed ? { status: 201 } : { status: 403, body: refusal },
      );
      expect((await ledgerOf(app, id)).length).toBe(allowed && action !== 'credit_limit' ? 2 : 1);
    });
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});
