import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import { endLimits } from '../../server/credit-limits/end.ts';
import { post } from '../../server/transactions/post.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { list } from '../support/requests.ts';
import { decimal, micro } from './micro.ts';
import {
  clientNow,
  expectProven,
  ledgerOf,
  openOffice,
  postMoney,
  postSurely,
  richClient,
  setLimit,
  sortable,
} from './office.ts';

/** Money goes out, by many at once, while its limit changes. */
describe.each(HOSTS)('L11 a limit that changes meanwhile on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  const debit = (clientId: number) => ({ clientId, kind: 'fee', amount: '-1', comment: 'race' });

  /**
   * Every row that took money lies within the limit that was in force when it was written, as the
   * ledger and the limits' history tell it. Of two at the same instant either may be the first.
   */
  async function expectWithinLimits(clientId: number): Promise<void> {
    const history = (await list<CreditLimit>(host.app, 'credit_limits', { clientId })).rows;
    const limits = history.map(({ amount, setAt }) => ({ amount, at: sortable(setAt) }));
    expect(limits.map(({ at }) => at)).toEqual(limits.map(({ at }) => at).toSorted());
    for (const row of await ledgerOf(host.app, clientId)) {
      const at = sortable(row.occurredAt);
      const before = limits.findLast((limit) => limit.at < at)?.amount ?? '0';
      const inForce = [before, ...limits.flatMap((limit) => (limit.at === at ? limit.amount : []))];
      const highest = inForce.map(micro).reduce((a, b) => (a > b ? a : b));
      const legal = row.credit === null || micro(row.balanceAfter) >= -highest;
      const { seq, balanceAfter } = row;
      expect({ seq, balanceAfter, at, legal, limit: decimal(highest) }).toMatchObject({
        legal: true,
      });
    }
  }

  it('takes no money beyond the new limit once it is set', { timeout: 120_000 }, async () => {
    const { app, db } = host;
    for (let round = 0; round < 3; round += 1) {
      const clientId = await richClient(app, { money: '40', limit: '60' });
      let lowered = false;
      let usedThen = 0n;
      const lowering = async () => {
        while ((await ledgerOf(app, clientId)).length < 10) continue;
        expect((await setLimit(app, { clientId, amount: '10' })).status).toBe(201);
        usedThen = -micro((await clientNow(app, clientId)).balance);
        lowered = true;
      };
      const late: bigint[] = [];
      const spend = async () => {
        for (let n = 0; n < 15; n += 1) {
          const knows = lowered;
          const { status, body } = await postSurely(app, debit(clientId));
          if (knows && status === 201) late.push(micro(body.balanceAfter));
        }
      };
      await Promise.all([lowering(), ...Array.from({ length: 8 }, spend)]);
      // Whoever knew of the new limit got nothing beyond it.
      expect(late.filter((balance) => balance < micro('-10'))).toEqual([]);
      const end = -micro((await clientNow(app, clientId)).balance);
      expect(decimal(end)).toBe(decimal(usedThen > micro('10') ? usedThen : micro('10')));
      await expectWithinLimits(clientId);
    }
    await expectProven(db);
  });

  it('tells in what order limits and rows came', { timeout: 120_000 }, async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { limit: '20' });
    const changing = new AbortController();
    const change = async () => {
      for (const amount of [
        '60',
        '0',
        '90',
        '30',
        '100',
        '45',
        '5',
        '120',
        '70',
        '0',
        '50',
        '10',
      ]) {
        expect((await setLimit(app, { clientId, amount })).status).toBe(201);
        // No timer: PGlite at work leaves none its turn.
        await sql`select pg_sleep(0.02)`.execute(db);
      }
      changing.abort();
    };
    const move = async (kind: string, amount: string) => {
      while (!changing.signal.aborted) {
        await postSurely(app, { clientId, kind, amount, comment: 'race' });
      }
    };
    // As much comes in as goes out, so that there is always something to be had.
    await Promise.all([
      change(),
      ...Array.from({ length: 5 }, () => move('fee', '-5')),
      ...Array.from({ length: 2 }, () => move('bonus', '10')),
    ]);
    await expectWithinLimits(clientId);
    await expectProven(db);
  });

  it('holds to the end of a temporary limit', { timeout: 120_000 }, async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { limit: '5' });
    const expiresAt = new Date(Date.now() + 1500).toISOString();
    expect((await setLimit(app, { clientId, amount: '100000', expiresAt })).status).toBe(201);
    const answers: number[] = [];
    const spend = async () => {
      while (answers.filter((status) => status === 422).length < 20) {
        answers.push((await postSurely(app, debit(clientId))).status);
      }
    };
    const job = async () => {
      while ((await endLimits(db, { clientIds: [clientId], staffCopies: false })) === 0) {
        await sql`select pg_sleep(0.05)`.execute(db);
      }
    };
    await Promise.all([job(), ...Array.from({ length: 6 }, spend)]);
    expect(answers.filter((status) => status === 201).length).toBeGreaterThan(5);
    await expectWithinLimits(clientId);
    await expectProven(db);
  });
});

describe('L11 a debit that began before a temporary limit ended, and had to wait', () => {
  it('keeps to the limit of the moment that its row is dated', async () => {
    const { app, db, close } = await openOffice('PostgreSQL');
    try {
      const clientId = await richClient(app, { limit: '5' });
      const expiresAt = new Date(Date.now() + 800).toISOString();
      await setLimit(app, { clientId, amount: '100', expiresAt });
      const fee = { clientId, kind: 'fee', amount: '-6', actor: 'x', comment: 'late' } as const;
      await db.transaction().execute(async (trx) => {
        const request = { actor: 'x', key: 'late', content: '' };
        const options = { guarded: true, request, staffCopies: false };
        // Its time is that of its first statement.
        await sql`select now()`.execute(trx);
        await sql`select pg_sleep(1)`.execute(trx);
        await postMoney(app, { clientId, kind: 'bonus', amount: '0.5' });
        expect(await post(trx, [fee], options)).toEqual([]);
        expect(await post(trx, [{ ...fee, amount: '-5.5' }], options)).toHaveLength(1);
      });
      expect(await clientNow(app, clientId)).toMatchObject({
        available: '0.000000',
        creditLimit: '5.000000',
        creditLimitExpiresAt: null,
      });
      const [bonus, late] = await ledgerOf(app, clientId);
      expect(sortable(bonus?.occurredAt ?? '') > expiresAt).toBe(true);
      expect(late?.occurredAt).toBe(bonus?.occurredAt);
    } finally {
      await close();
    }
  });
});
