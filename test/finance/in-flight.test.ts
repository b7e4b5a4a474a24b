import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import { endLimits } from '../../server/credit-limits/end.ts';
import { lockAccounts } from '../../server/clients/lock.ts';
import { withOptions, type TestHost } from '../support/hosts.ts';
import { event, send } from '../support/requests.ts';
import {
  asked,
  clientNow,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
  type Answer,
} from './office.ts';

/** With PGlite there is one connection: nobody ever meets a lock. */
describe('FIN-7 a request that meets another one under way', () => {
  let db: Kysely<Database>;
  let app: TestHost['app'];
  let close: TestHost['close'];
  beforeAll(async () => {
    const topUpApproval = { '*': '1000' };
    // The server's own patience is ten seconds.
    const impatient = withOptions('-c lock_timeout=300ms');
    ({ db, app, close } = await openOffice('PostgreSQL', { topUpApproval }, impatient));
  });
  afterAll(() => close());

  const IN_FLIGHT = {
    status: 409,
    body: { type: 'urn:clientele:problem:in-flight', status: 409 },
  };
  /** Runs something while another transaction holds the client's lock. */
  const whileLocked = <Result>(clientId: number, run: () => Promise<Result>) =>
    db.transaction().execute(async (trx) => {
      await lockAccounts(trx, [clientId]);
      return run();
    });

  it.each<[string, object]>([
    ['a bonus', { kind: 'bonus', amount: '1' }],
    ['a fee', { kind: 'fee', amount: '-1', comment: 'x' }],
    ['a reversal', { kind: 'reversal', comment: 'x' }],
    ['a top-up for a second person', { kind: 'top_up', amount: '5000' }],
    ['a credit limit', { amount: '7' }],
  ])('%s is told to come again with its key, and is carried out then', async (what, rest) => {
    const clientId = await richClient(app, { money: '10' });
    const key = `in flight: ${what}`;
    const reversal = 'kind' in rest && rest.kind === 'reversal';
    const body = { clientId, ...rest, ...(reversal && { reversesId: `${clientId}-1` }) };
    const post = (): Promise<Answer<object>> =>
      'kind' in rest ? postMoney(app, body, { key }) : setLimit(app, body, { key });
    const met = await whileLocked(clientId, post);
    expect(met).toMatchObject(IN_FLIGHT);
    expect(met.headers.get('Retry-After')).toBe('2');
    const then = await post();
    expect(then.status).toBe('amount' in rest && rest.amount === '5000' ? 202 : 201);
    expect(then.headers.get('Idempotent-Replayed')).toBeNull();
    // Done, it is told again at once: that needs no lock.
    const again = await whileLocked(clientId, post);
    expect(again).toMatchObject({ status: then.status, body: then.body });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    const other = { ...body, amount: '8', kind: 'bonus', reversesId: undefined };
    const altered = await whileLocked(clientId, () => postMoney(app, other, { key }));
    expect(altered).toMatchObject({
      status: 422,
      body: { type: 'urn:clientele:problem:idempotency-key-reused' },
    });
  });

  it('of the same key waits for the first one to end', async () => {
    const clientId = await richClient(app);
    const body = { clientId, kind: 'bonus', amount: '1' };
    const key = 'under way';
    const rolledBack = new Error('rolled back');
    const first = db.transaction().execute(async (trx) => {
      await trx
        .insertInto('idempotencyKeys')
        .values({
          actor: 'tester',
          key,
          fingerprint: 'other',
          status: 201,
          resource: 'transactions',
          recordId: '1-1',
        })
        .execute();
      expect(await postMoney(app, body, { key })).toMatchObject(IN_FLIGHT);
      throw rolledBack;
    });
    await expect(first).rejects.toBe(rolledBack);
    expect(await postMoney(app, body, { key })).toMatchObject({ status: 201, body: { seq: 1 } });
    expect((await ledgerOf(app, clientId)).length).toBe(1);
  });

  it('keeps no job from ending the limits of others', async () => {
    const clients = [await richClient(app), await richClient(app), await richClient(app)];
    for (const clientId of clients) {
      await setLimit(app, { clientId, amount: '5', expiresAt: '2100-01-01T00:00:00Z' });
    }
    await sql`update client_accounts set credit_limit_expires_at = now()
      where credit_limit_expires_at is not null`.execute(db);
    const job = () => endLimits(db, { staffCopies: false });
    expect(await whileLocked(clients[1] ?? 0, job)).toBe(2);
    expect(await job()).toBe(1);
  });

  it('ends no limit that somebody is just replacing', async () => {
    const clientId = await richClient(app);
    await setLimit(app, { clientId, amount: '5', expiresAt: '2100-01-01T00:00:00Z' });
    await sql`update client_accounts set credit_limit_expires_at = now()
      where client_id = ${clientId}`.execute(db);
    const job = await db.transaction().execute(async (trx) => {
      await lockAccounts(trx, [clientId]);
      const running = endLimits(db, { clientIds: [clientId], staffCopies: false });
      await sql`update client_accounts set credit_limit = 30, credit_limit_expires_at = null,
        credit_limit_after = null where client_id = ${clientId}`.execute(trx);
      await sql`select pg_sleep(0.1)`.execute(trx);
      return { running };
    });
    expect(await job.running).toBe(0);
    expect((await clientNow(app, clientId)).creditLimit).toBe('30.000000');
  });

  it('leaves messages and decisions to be sent again, too', async () => {
    const clientId = await richClient(app, { money: '10' });
    const { body: request } = await postMoney(app, { clientId, kind: 'top_up', amount: '5000' });
    await sql`update top_up_requests set requested_by = 'author'`.execute(db);
    const path = `/api/top_up_requests/${request.id}`;
    const [messages, decision] = await whileLocked(clientId, () =>
      Promise.all([
        send(app, 'POST', '/api/messages', [event(clientId, 'a')]),
        send(app, 'PUT', path, { status: 'approved' }, asked()),
      ]),
    );
    for (const { status, headers } of [messages, decision]) {
      expect(status).toBe(503);
      expect(headers.get('Retry-After')).toBe('2');
    }
    expect((await clientNow(app, clientId)).balance).toBe('10.000000');
    expect((await send(app, 'PUT', path, { status: 'approved' }, asked())).status).toBe(200);
  });
});
