import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import type { TestHost } from '../support/hosts.ts';
import { event, list, send } from '../support/requests.ts';
import { startLossyProxy, type LossyProxy } from './lossy-proxy.ts';
import {
  asked,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  richClient,
  setLimit,
} from './office.ts';

/** The database has done it, and the connection breaks before it can say so. */
describe('FIN-7 an answer that the database could not give', () => {
  let proxy: LossyProxy;
  let db: Kysely<Database>;
  let app: TestHost['app'];
  let close: TestHost['close'];
  beforeAll(async () => {
    const topUpApproval = { '*': '1000' };
    const host = await openOffice('PostgreSQL', { topUpApproval }, async (url) => {
      proxy = await startLossyProxy(url);
      return proxy.url;
    });
    ({ db, app, close } = host);
  });
  afterAll(async () => {
    await close();
    await proxy.close();
  });

  const losing = async <Result>(words: string, run: () => Promise<Result>): Promise<Result> => {
    proxy.loseAnswerTo(words);
    try {
      return await run();
    } finally {
      proxy.loseAnswerTo(null);
    }
  };

  it.each<[string, object]>([
    ['insert into transactions', { kind: 'bonus', amount: '1' }],
    ['insert into transactions', { kind: 'fee', amount: '-10', comment: 'all of it' }],
    ['commit', { kind: 'reversal', comment: 'x' }],
    ['commit', { kind: 'top_up', amount: '5000' }],
    ['commit', { amount: '7', reason: 'limit' }],
  ])('to "%s" of %o is told when the request comes again', async (words, rest) => {
    const clientId = await richClient(app, { money: '10' });
    const reversal = 'kind' in rest && rest.kind === 'reversal';
    const body = { clientId, ...rest, ...(reversal && { reversesId: `${clientId}-1` }) };
    const key = JSON.stringify(body);
    const post = (): Promise<{ status: number; body: object; headers: Headers }> =>
      'kind' in rest ? postMoney(app, body, { key }) : setLimit(app, body, { key });
    const lost = await losing(words, post);
    expect(lost).toMatchObject({
      status: 503,
      body: { type: 'urn:clientele:problem:unavailable' },
    });
    expect(lost.headers.get('Retry-After')).toBe('2');
    const then = await post();
    expect(then.headers.get('Idempotent-Replayed')).toBe('true');
    expect([201, 202]).toContain(then.status);
    const { total } = await list(app, 'audit', { clientId, action: 'create' });
    // The client, its money, and what was lost: each of them once.
    expect(total).toBe(3);
    await expectProven(db);
  });

  it('to a batch of messages is "all of it was here before"', async () => {
    const clientId = await richClient(app, { money: '10' });
    const batch = ['a', 'b'].map((one) => event(clientId, one, { price: '1', status: 'queued' }));
    const deliver = () => send(app, 'POST', '/api/messages', batch);
    expect((await losing('commit', deliver)).status).toBe(503);
    expect((await deliver()).body).toMatchObject({ accepted: 0, repeated: 2, rejected: [] });
    expect((await ledgerOf(app, clientId)).length).toBe(2);
  });

  it('to a decision is the same decision when it is made again', async () => {
    const clientId = await richClient(app);
    const top = { clientId, kind: 'top_up', amount: '5000' };
    const { body } = await postMoney(app, top, { by: 'author' });
    const decide = (by: string) =>
      send(app, 'PUT', `/api/top_up_requests/${body.id}`, { status: 'approved' }, asked({ by }));
    expect((await losing('commit', () => decide('boss'))).status).toBe(503);
    expect((await decide('chief')).status).toBe(409);
    expect((await decide('boss')).status).toBe(200);
    expect((await ledgerOf(app, clientId)).length).toBe(1);
  });
});
