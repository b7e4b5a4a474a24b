import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { forgetOldKeys } from '../../server/rest/idempotency.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, send } from '../support/requests.ts';
import {
  asked,
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
} from './office.ts';

let keys = 0;
const newKey = () => `key ${(keys += 1)}`;

describe.each(HOSTS)('FIN-7 the key of a money request on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name, { topUpApproval: { '*': '1000' } });
  });
  afterAll(() => host.close());

  const replayed = ({ headers }: { headers: Headers }) => headers.get('Idempotent-Replayed');

  it.each<[string, object]>([
    ['top_up', { amount: '5', comment: 'wire' }],
    ['bonus', { amount: '5' }],
    ['fee', { amount: '-5', comment: 'x' }],
    ['adjustment', { amount: '-5', comment: 'x' }],
    ['reversal', { reversesSeq: 1, comment: 'x' }],
  ])('tells the answer of a %s again, and posts nothing more', async (kind, rest) => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10' });
    const { reversesSeq, ...others } = rest as { reversesSeq?: number };
    const body = {
      clientId,
      kind,
      ...others,
      ...(reversesSeq && { reversesId: `${clientId}-${reversesSeq}` }),
    };
    const key = newKey();
    const first = await postMoney(app, body, { key });
    expect(first).toMatchObject({ status: 201, body: { seq: 2 } });
    expect(replayed(first)).toBeNull();
    for (let time = 0; time < 3; time += 1) {
      const again = await postMoney(app, body, { key });
      expect({ ...again, headers: 0 }).toEqual({ ...first, headers: 0 });
      expect(replayed(again)).toBe('true');
    }
    expect((await ledgerOf(app, clientId)).length).toBe(2);
  });

  it('tells the answer of a credit limit again, also of one that has ended', async () => {
    const { app, db } = host;
    const clientId = await richClient(app);
    const key = newKey();
    const expiresAt = '2100-01-01T00:00:00Z';
    const first = await setLimit(app, { clientId, amount: '7', expiresAt }, { key });
    expect(first).toMatchObject({ status: 201, body: { amount: '7.000000' } });
    await setLimit(app, { clientId, amount: '9' });
    const again = await setLimit(app, { clientId, amount: '7.0', expiresAt }, { key });
    expect({ ...again, headers: 0 }).toEqual({ ...first, headers: 0 });
    expect(replayed(again)).toBe('true');
    expect((await clientNow(app, clientId)).creditLimit).toBe('9.000000');

    const soon = new Date(Date.now() + 800).toISOString();
    const short = { clientId, amount: '8', expiresAt: soon };
    const shortKey = newKey();
    expect((await setLimit(app, short, { key: shortKey })).status).toBe(201);
    await sql`select pg_sleep(1)`.execute(db);
    expect(await setLimit(app, short)).toMatchObject({
      status: 422,
      body: { errors: { expiresAt: 'must lie in the future' } },
    });
    expect(await setLimit(app, short, { key: shortKey })).toMatchObject({
      status: 201,
      body: { amount: '8.000000' },
    });
  });

  it('tells the answer again when the same request would now be refused', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10' });
    const takeAll = { clientId, kind: 'fee', amount: '-10', comment: 'all' };
    const key = newKey();
    const first = await postMoney(app, takeAll, { key });
    expect(await postMoney(app, takeAll)).toMatchObject({ status: 422 });
    expect(await postMoney(app, takeAll, { key })).toMatchObject({
      status: 201,
      body: { id: first.body.id },
    });
    const reversal = { clientId, kind: 'reversal', reversesId: first.body.id, comment: 'no' };
    const reversalKey = newKey();
    const second = await postMoney(app, reversal, { key: reversalKey });
    expect(await postMoney(app, reversal)).toMatchObject({ status: 409 });
    expect(await postMoney(app, reversal, { key: reversalKey })).toMatchObject({
      status: 201,
      body: { id: second.body.id },
    });
    expect((await ledgerOf(app, clientId)).length).toBe(3);
  });

  it('tells the answer again when the balance has no room for it any more', async () => {
    const { app, db } = host;
    const clientId = await richClient(app);
    const bonus = { clientId, kind: 'bonus', amount: '60000000000000' };
    const key = newKey();
    const first = await postMoney(app, bonus, { key });
    expect(await postMoney(app, bonus)).toMatchObject({ status: 422 });
    const again = await postMoney(app, bonus, { key });
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(replayed(again)).toBe('true');
    await expectProven(db);
  });

  it.each([
    ['5', '5.00'],
    ['5.50', '5.5'],
    ['005', '5.000000'],
    ['0.100000', '00.1'],
  ])('takes %s and %s for the same amount', async (amount, other) => {
    const { app } = host;
    const clientId = await richClient(app);
    const key = newKey();
    const first = await postMoney(app, { clientId, kind: 'bonus', amount }, { key });
    const again = await postMoney(app, { kind: 'bonus', amount: other, clientId }, { key });
    expect(again).toMatchObject({ status: 201, body: first.body });
  });

  it('takes a comment left out, empty or blank for the same', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    const key = newKey();
    for (const comment of [undefined, null, '', '  \n']) {
      const body = { clientId, kind: 'bonus', amount: '1', comment };
      expect(await postMoney(app, body, { key })).toMatchObject({ status: 201, body: { seq: 1 } });
    }
    const spaced = { clientId, kind: 'bonus', amount: '1', comment: ' gift ' };
    const spacedKey = newKey();
    for (const comment of ['gift', 'gift\n']) {
      await postMoney(app, spaced, { key: spacedKey });
      const again = await postMoney(app, { ...spaced, comment }, { key: spacedKey });
      expect(again).toMatchObject({ status: 201, body: { seq: 2, comment: 'gift' } });
    }
  });

  it('refuses anything else under the same key, and writes nothing', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '10' });
    const other = await richClient(app);
    const body = { clientId, kind: 'bonus', amount: '5', comment: 'gift' };
    const key = newKey();
    await postMoney(app, body, { key });
    for (const altered of [
      { ...body, amount: '5.000001' },
      { ...body, amount: '-5', kind: 'adjustment' },
      { ...body, kind: 'top_up' },
      { ...body, comment: 'Gift' },
      { ...body, comment: undefined },
      { ...body, clientId: other },
      { clientId, kind: 'reversal', reversesId: `${clientId}-1`, comment: 'gift' },
      // It would be refused for its own sake too.
      { ...body, clientId: 987654 },
      { clientId, kind: 'fee', amount: '-1000', comment: 'gift' },
    ]) {
      const answer = await postMoney(app, altered, { key });
      expect({ altered, ...answer }).toMatchObject({
        altered,
        status: 422,
        body: { type: 'urn:clientele:problem:idempotency-key-reused' },
      });
    }
    const limit = await setLimit(app, { clientId, amount: '5', reason: 'gift' }, { key });
    expect(limit).toMatchObject({
      status: 422,
      body: { type: 'urn:clientele:problem:idempotency-key-reused' },
    });
    expect((await ledgerOf(app, clientId)).length).toBe(2);
    expect((await ledgerOf(app, other)).length).toBe(0);
    expect((await clientNow(app, clientId)).creditLimit).toBe('0.000000');
  });

  it('belongs to one person: another’s is another request, and tells nothing of the first', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    const key = newKey();
    const body = { clientId, kind: 'bonus', amount: '5' };
    await postMoney(app, body, { key, by: 'anna' });
    const second = await postMoney(app, body, { key, by: 'boris' });
    expect(second).toMatchObject({ status: 201, body: { seq: 2, actor: 'boris' } });
    expect(replayed(second)).toBeNull();
    expect(await postMoney(app, { ...body, amount: '6' }, { key, by: 'carl' })).toMatchObject({
      status: 201,
      body: { seq: 3 },
    });
    // Nor does a refusal.
    const fee = { clientId, kind: 'fee', amount: '-16', comment: 'x' };
    const feeKey = newKey();
    await postMoney(app, fee, { key: feeKey, by: 'anna' });
    for (const amount of ['-16', '-17']) {
      const probe = await postMoney(app, { ...fee, amount }, { key: feeKey, by: 'boris' });
      expect(probe.body.type).toBe('urn:clientele:problem:insufficient-funds');
    }
  });

  it('can be used again after a refusal: nothing was done under it', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    const key = newKey();
    const fee = { clientId, kind: 'fee', amount: '-5', comment: 'x' };
    expect(await postMoney(app, fee, { key })).toMatchObject({ status: 422 });
    expect(await postMoney(app, fee, { key, as: 'viewer' })).toMatchObject({ status: 403 });
    expect(await postMoney(app, { ...fee, amount: '5' }, { key })).toMatchObject({ status: 422 });
    await postMoney(app, { clientId, kind: 'bonus', amount: '5' });
    const paid = await postMoney(app, fee, { key });
    expect(paid).toMatchObject({ status: 201, body: { balanceAfter: '0.000000' } });
    expect(replayed(paid)).toBeNull();
  });

  it('tells a person of another role no answer, not even again', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    const key = newKey();
    const body = { clientId, kind: 'bonus', amount: '5' };
    await postMoney(app, body, { key });
    expect(await postMoney(app, body, { key, as: 'support' })).toMatchObject({ status: 403 });
  });

  it('tells again that a top-up waits for a second person', async () => {
    const { app } = host;
    const clientId = await richClient(app);
    const key = newKey();
    const body = { clientId, kind: 'top_up', amount: '1000.01' };
    const first = await postMoney(app, body, { key });
    expect(first).toMatchObject({ status: 202, body: { status: 'pending' } });
    const again = await postMoney(app, body, { key });
    expect({ ...again, headers: 0 }).toEqual({ ...first, headers: 0 });
    expect(replayed(again)).toBe('true');
    expect(await postMoney(app, { ...body, amount: '1' }, { key })).toMatchObject({
      status: 422,
      body: { type: 'urn:clientele:problem:idempotency-key-reused' },
    });
    // Decided meanwhile, it is still the same request.
    const id = String(first.body.id);
    const decision = { status: 'approved' };
    await send(app, 'PUT', `/api/top_up_requests/${id}`, decision, asked({ by: 'boss' }));
    expect(await postMoney(app, body, { key })).toMatchObject({
      status: 202,
      body: { id, status: 'approved', transactionId: `${clientId}-1` },
    });
    expect((await ledgerOf(app, clientId)).length).toBe(1);
  });

  it('is forgotten after 30 days by the clock of the database', async () => {
    const { app, db } = host;
    const clientId = await richClient(app);
    const body = { clientId, kind: 'bonus', amount: '5' };
    const [young, old] = [newKey(), newKey()];
    for (const key of [young, old]) await postMoney(app, body, { key });
    await sql`update idempotency_keys set created_at = now() - case key when ${old}
      then interval '30 days 1 second' else interval '30 days' - interval '1 minute' end
      where key in (${young}, ${old})`.execute(db);
    expect(await forgetOldKeys(db)).toBe(1);
    expect(replayed(await postMoney(app, body, { key: young }))).toBe('true');
    expect((await ledgerOf(app, clientId)).length).toBe(2);
  });

  it('leaves no trace of a request that was refused', async () => {
    const { app, db } = host;
    const clientId = await richClient(app);
    await deliver(app, [event(clientId, 'a', { price: '1' })]);
    const traces = async () =>
      (
        await sql`select (select count(*) from idempotency_keys) as keys,
          (select count(*) from audit) as audit, (select count(*) from notices) as notices,
          (select count(*) from transactions) as rows,
          (select count(*) from top_up_requests) as requests`.execute(db)
      ).rows;
    const before = await traces();
    for (const body of [
      { clientId, kind: 'fee', amount: '-1', comment: 'x' },
      { clientId: 987654, kind: 'top_up', amount: '1001' },
      { clientId, kind: 'reversal', reversesId: `${clientId}-9`, comment: 'x' },
      { clientId, kind: 'top_up', amount: '-1' },
    ]) {
      expect((await postMoney(app, body)).status).toBe(422);
    }
    expect(await traces()).toEqual(before);
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});
