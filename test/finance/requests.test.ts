import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayDo, ROLES } from '../../schema/roles.ts';
import { topUpRequest, type TopUpRequest } from '../../schema/top-up-requests.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import {
  asked,
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  type Answer,
  type Asking,
} from './office.ts';

describe.each(HOSTS)('FIN-13 top-ups for a second person on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name, { topUpApproval: { '*': '1000', UAH: '40000', JPY: '0' } });
  });
  afterAll(() => host.close());

  const ask = async (clientId: number, amount = '1500', asking: Asking = { by: 'author' }) => {
    const body = { clientId, kind: 'top_up', amount, comment: 'invoice 7' };
    const answer = await postMoney(host.app, body, asking);
    expect(answer.status).toBe(202);
    return topUpRequest.parse(answer.body);
  };
  const decide = (
    { id }: Pick<TopUpRequest, 'id'>,
    decision: object,
    { by = 'boss', as = 'finance' }: Asking = {},
  ): Promise<Answer<TopUpRequest>> =>
    send(host.app, 'PUT', `/api/top_up_requests/${id}`, decision, asked({ by, as, key: null }));
  const read = async ({ id }: TopUpRequest) =>
    (await send<TopUpRequest>(host.app, 'GET', `/api/top_up_requests/${id}`)).body;

  it.each([
    ['EUR', '1000', 201],
    ['EUR', '1000.000000', 201],
    ['EUR', '1000.000001', 202],
    ['USD', '99999999999999', 202],
    ['UAH', '40000', 201],
    ['UAH', '40000.01', 202],
    ['JPY', '0.000001', 202],
  ])(
    'are those of more than the limit in the client’s currency: %s %s',
    async (currency, amount, status) => {
      const { id } = await newClient(host.app, { currency });
      const answer = await postMoney(host.app, { clientId: id, kind: 'top_up', amount });
      expect(answer.status).toBe(status);
      expect((await ledgerOf(host.app, id)).length).toBe(status === 201 ? 1 : 0);
    },
  );

  it('are top-ups only', async () => {
    const clientId = await richClient(host.app);
    for (const kind of ['bonus', 'adjustment']) {
      const body = { clientId, kind, amount: '5000', comment: 'x' };
      expect((await postMoney(host.app, body)).status).toBe(201);
    }
  });

  it('wait, and move no money', async () => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    expect(request).toEqual({
      id: request.id,
      clientId,
      amount: '1500.000000',
      currency: 'EUR',
      comment: 'invoice 7',
      status: 'pending',
      requestedBy: 'author',
      requestedAt: expect.any(String),
      decidedBy: null,
      decidedAt: null,
      reason: null,
      transactionId: null,
    });
    expect(await read(request)).toEqual(request);
    expect((await clientNow(host.app, clientId)).balance).toBe('0.000000');
    const { rows } = await list(host.app, 'audit', { clientId, resource: 'top_up_requests' });
    expect(rows).toMatchObject([
      { actor: 'author', action: 'create', recordId: request.id, after: { status: 'pending' } },
    ]);
  });

  it('are posted in the author’s name when somebody else approves, with the whole record', async () => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    const approved = await decide(request, { ...request, status: 'approved', amount: '9' });
    expect(approved).toMatchObject({
      status: 200,
      body: {
        status: 'approved',
        decidedBy: 'boss',
        decidedAt: expect.any(String),
        amount: '1500.000000',
        transactionId: `${clientId}-1`,
      },
    });
    expect(await ledgerOf(host.app, clientId)).toMatchObject([
      { kind: 'top_up', amount: '1500.000000', actor: 'author', comment: 'invoice 7' },
    ]);
    const { rows } = await list(host.app, 'audit', { clientId, resource: 'top_up_requests' });
    expect(rows[1]).toMatchObject({
      actor: 'boss',
      action: 'update',
      before: { status: 'pending' },
      after: { status: 'approved', transactionId: `${clientId}-1` },
    });
  });

  it('are not approved by their author, of whatever role', async () => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    for (const as of ['finance', 'admin'] as const) {
      expect(await decide(request, { status: 'approved' }, { by: 'author', as })).toMatchObject({
        status: 403,
        body: { message: expect.stringContaining('A second person must approve this top-up') },
      });
    }
    expect((await read(request)).status).toBe('pending');
    expect(await ledgerOf(host.app, clientId)).toEqual([]);
  });

  it('are withdrawn by their author alone', async () => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    expect(await decide(request, { status: 'withdrawn' })).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Only author') },
    });
    expect(await decide(request, { status: 'withdrawn' }, { by: 'author' })).toMatchObject({
      status: 200,
      body: { status: 'withdrawn', decidedBy: 'author', transactionId: null },
    });
    expect(await ledgerOf(host.app, clientId)).toEqual([]);
  });

  it('are rejected with a reason', async () => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    for (const reason of [undefined, null, '', '  ']) {
      expect(await decide(request, { status: 'rejected', reason })).toMatchObject({
        status: 422,
        body: { errors: { reason: 'must say why' } },
      });
    }
    const rejected = await decide(request, { status: 'rejected', reason: 'no such invoice' });
    expect(rejected).toMatchObject({
      status: 200,
      body: { status: 'rejected', reason: 'no such invoice', transactionId: null },
    });
    expect(await ledgerOf(host.app, clientId)).toEqual([]);
  });

  const DECISIONS = [
    { status: 'approved' },
    { status: 'rejected', reason: 'no' },
    { status: 'withdrawn' },
  ];
  it.each(DECISIONS)('are decided once: %o stays', async (decision) => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    const by = decision.status === 'withdrawn' ? 'author' : 'boss';
    expect((await decide(request, decision, { by })).status).toBe(200);
    const after = await read(request);
    const refusal = { message: expect.stringMatching(/has been .* already/) };
    for (const other of DECISIONS) {
      for (const person of ['author', 'boss', 'third']) {
        const again = other.status === decision.status && person === by;
        const { status, body } = await decide(request, other, { by: person });
        expect({ other, person, status }).toEqual({ other, person, status: again ? 200 : 409 });
        // Saved again by the same person, it is the same decision.
        expect(body).toMatchObject(again ? after : refusal);
      }
    }
    expect(await read(request)).toEqual(after);
    expect((await ledgerOf(host.app, clientId)).length).toBe(
      decision.status === 'approved' ? 1 : 0,
    );
  });

  it.each(ROLES)('AUTH-1 are asked for and decided by role: %s', async (as) => {
    const clientId = await richClient(host.app);
    const allowed = mayDo(as, 'approval');
    const body = { clientId, kind: 'top_up', amount: '1500' };
    expect((await postMoney(host.app, body, { as })).status).toBe(allowed ? 202 : 403);
    const request = await ask(clientId);
    for (const decision of DECISIONS) {
      const by = decision.status === 'withdrawn' ? 'author' : 'boss';
      const mine = await ask(clientId);
      expect((await decide(mine, decision, { as, by })).status).toBe(allowed ? 200 : 403);
    }
    expect((await read(request)).status).toBe('pending');
  });

  it.each<[object, object]>([
    [{}, { status: expect.anything() }],
    [{ status: 'pending' }, { status: expect.anything() }],
    [{ status: null }, { status: expect.anything() }],
    [{ status: 'approved', reason: 5 }, { reason: expect.anything() }],
    [{ status: 'approved', note: 'x' }, { note: 'is not a known field' }],
    [{ status: 'rejected', reason: 'x'.repeat(501) }, { reason: expect.anything() }],
  ])('take no other decision than these: %o', async (decision, errors) => {
    const request = await ask(await richClient(host.app));
    const answer = await decide(request, decision);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual(errors);
  });

  it.each(['1-999999', '999999-1', 'x', '1', '1-1-1'])('are not found as %s', async (id) => {
    expect((await decide({ id }, { status: 'approved' })).status).toBe(404);
    expect((await send(host.app, 'GET', `/api/top_up_requests/${id}`)).status).toBe(404);
  });

  it('are found by client, status and author', async () => {
    const clientId = await richClient(host.app);
    const [first, second, third] = [
      await ask(clientId),
      await ask(clientId, '2000'),
      await ask(clientId, '3000', { by: 'other' }),
    ];
    await decide(first, { status: 'approved' });
    const found = async (filter: object) =>
      (await list<TopUpRequest>(host.app, 'top_up_requests', { clientId, ...filter })).rows.map(
        ({ id }) => id,
      );
    expect(await found({})).toEqual([first.id, second.id, third.id]);
    expect(await found({ status: 'pending' })).toEqual([second.id, third.id]);
    expect(await found({ requestedBy: 'author' })).toEqual([first.id, second.id]);
    expect(await found({ requestedBy: 'author', status: 'pending' })).toEqual([second.id]);
    expect(await found({ decidedBy: 'boss' })).toEqual([first.id]);
    expect(await found({ amount_gt: '2000' })).toEqual([third.id]);
    expect(await found({ id: [third.id, first.id, 'x'] })).toEqual([first.id, third.id]);
  });

  it('fix the client’s currency, and keep the client', async () => {
    const clientId = await richClient(host.app);
    const request = await ask(clientId);
    const path = `/api/clients/${clientId}`;
    expect(await send(host.app, 'PUT', path, { currency: 'USD' })).toMatchObject({
      status: 422,
      body: { errors: { currency: expect.stringContaining('is EUR for good') } },
    });
    expect(await send(host.app, 'DELETE', path)).toMatchObject({
      status: 409,
      body: { message: `Client ${clientId} has a history and cannot be deleted.` },
    });
    expect((await decide(request, { status: 'approved' })).body.currency).toBe('EUR');
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});

describe('FIN-13 without a limit for a currency', () => {
  it.each<[Record<string, string>, string, number]>([
    [{}, 'EUR', 201],
    [{ UAH: '1' }, 'EUR', 201],
    [{ UAH: '1' }, 'UAH', 202],
    [{ '*': '1', UAH: '1000000' }, 'UAH', 201],
    [{ UAH: '1000000', '*': '1' }, 'EUR', 202],
  ])('with %o, 2,000 %s: %i', async (topUpApproval, currency, status) => {
    const { app, close } = await openOffice('PostgreSQL', { topUpApproval });
    try {
      const { id } = await newClient(app, { currency });
      const answer = await postMoney(app, { clientId: id, kind: 'top_up', amount: '2000' });
      expect(answer.status).toBe(status);
    } finally {
      await close();
    }
  });
});
