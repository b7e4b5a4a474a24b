import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { endLimits } from '../../server/credit-limits/end.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, receipt, send } from '../support/requests.ts';
import {
  clientNow,
  lowBalanceNotices,
  openOffice,
  postMoney,
  richClient,
  setLimit,
} from './office.ts';

const THRESHOLDS = { lowBalanceWarning: '50', lowBalanceCritical: '10' } as const;

describe.each(HOSTS)('FIN-12 low-balance notices on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  const move = async (clientId: number, amount: string) => {
    const body = { clientId, kind: 'adjustment', amount, comment: 'x' };
    expect((await postMoney(host.app, body)).status).toBe(201);
  };
  const notices = (clientId: number) => lowBalanceNotices(host.db, clientId);
  const level = async (clientId: number) => (await clientNow(host.app, clientId)).lowBalanceLevel;

  it('come once for each crossing, however many movements lie below', async () => {
    const clientId = await richClient(host.app, { money: '100', ...THRESHOLDS });
    await move(clientId, '-50');
    expect([await level(clientId), await notices(clientId)]).toEqual(['ok', []]);
    await move(clientId, '-0.000001');
    expect([await level(clientId), await notices(clientId)]).toEqual([
      'warning',
      ['warning to client'],
    ]);
    await move(clientId, '-10');
    await move(clientId, '9');
    await move(clientId, '-28.999999');
    expect([await level(clientId), (await notices(clientId)).length]).toEqual(['warning', 1]);
    await move(clientId, '-10');
    expect(await level(clientId)).toBe('warning');
    await move(clientId, '-0.000001');
    expect([await level(clientId), await notices(clientId)]).toEqual([
      'critical',
      ['warning to client', 'critical to client'],
    ]);
    await move(clientId, '-1');
    expect((await notices(clientId)).length).toBe(2);
  });

  it('say what is there, and which threshold it lies below', async () => {
    const clientId = await richClient(host.app, { money: '100', limit: '5', ...THRESHOLDS });
    await move(clientId, '-75.5');
    await move(clientId, '-20');
    const { rows } = await list(host.app, 'notices', { clientId });
    expect(rows.map(({ kind, parameters }) => [kind, parameters])).toEqual([
      [
        'low_balance_warning',
        {
          balance: '24.500000',
          available: '29.500000',
          threshold: '50.000000',
          currency: 'EUR',
        },
      ],
      [
        'low_balance_critical',
        { balance: '4.500000', available: '9.500000', threshold: '10.000000', currency: 'EUR' },
      ],
    ]);
  });

  it('are one, the graver, when both thresholds are crossed at once', async () => {
    const clientId = await richClient(host.app, { money: '100', ...THRESHOLDS });
    await move(clientId, '-95');
    expect(await notices(clientId)).toEqual(['critical to client']);
  });

  it('come again after the balance has recovered', async () => {
    const clientId = await richClient(host.app, { money: '20', ...THRESHOLDS });
    await move(clientId, '-15');
    await move(clientId, '10');
    expect(await level(clientId)).toBe('warning');
    await move(clientId, '-10');
    await move(clientId, '45');
    expect(await level(clientId)).toBe('ok');
    await move(clientId, '-1');
    expect(await notices(clientId)).toEqual([
      'critical to client',
      'critical to client',
      'warning to client',
    ]);
  });

  it('do not come for a balance that begins low, or thresholds that move past it', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '100' });
    await send(app, 'PUT', `/api/clients/${clientId}`, { lowBalanceWarning: '500' });
    expect([await level(clientId), await notices(clientId)]).toEqual(['warning', []]);
    await send(app, 'PUT', `/api/clients/${clientId}`, { lowBalanceCritical: '200' });
    expect(await level(clientId)).toBe('critical');
    await move(clientId, '-1');
    expect(await notices(clientId)).toEqual([]);
    const none = { lowBalanceWarning: null, lowBalanceCritical: null };
    await send(app, 'PUT', `/api/clients/${clientId}`, none);
    await move(clientId, '-99');
    expect([await level(clientId), await notices(clientId)]).toEqual(['ok', []]);
  });

  it('need one threshold only', async () => {
    const { app } = host;
    const warned = await richClient(app, { money: '20', lowBalanceWarning: '10' });
    const critical = await richClient(app, { money: '20', lowBalanceCritical: '10' });
    for (const clientId of [warned, critical]) await move(clientId, '-20');
    expect(await notices(warned)).toEqual(['warning to client']);
    expect(await notices(critical)).toEqual(['critical to client']);
  });

  it('refuse a critical threshold above the warning, and keep both', async () => {
    const { app } = host;
    const clientId = await richClient(app, THRESHOLDS);
    for (const change of [
      { lowBalanceCritical: '50.000001' },
      { lowBalanceWarning: '9.999999' },
      { lowBalanceWarning: '1', lowBalanceCritical: '2' },
    ]) {
      expect(await send(app, 'PUT', `/api/clients/${clientId}`, change)).toMatchObject({
        status: 422,
        body: { errors: { lowBalanceCritical: 'must not be above the warning' } },
      });
    }
    expect(await clientNow(app, clientId)).toMatchObject({
      lowBalanceWarning: '50.000000',
      lowBalanceCritical: '10.000000',
      version: 1,
    });
  });

  it('come for less credit, set or ended, as for money spent', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { limit: '100', ...THRESHOLDS });
    await setLimit(app, { clientId, amount: '40' });
    expect(await notices(clientId)).toEqual(['warning to client']);
    await setLimit(app, { clientId, amount: '1000', expiresAt: '2100-01-01T00:00:00Z' });
    expect(await level(clientId)).toBe('ok');
    await sql`update client_accounts set credit_limit_expires_at = now()
      where client_id = ${clientId}`.execute(db);
    await endLimits(db, { clientIds: [clientId], staffCopies: false });
    await endLimits(db, { clientIds: [clientId], staffCopies: false });
    expect(await notices(clientId)).toEqual(['warning to client', 'warning to client']);
  });

  it('come once for a limit that has ended, when money is spent before the job comes', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '60', ...THRESHOLDS });
    await setLimit(app, { clientId, amount: '100', expiresAt: '2100-01-01T00:00:00Z' });
    await sql`update client_accounts set credit_limit_expires_at = now()
      where client_id = ${clientId}`.execute(db);
    await move(clientId, '-20');
    expect(await notices(clientId)).toEqual(['warning to client']);
    await endLimits(db, { clientIds: [clientId], staffCopies: false });
    expect(await notices(clientId)).toEqual(['warning to client']);
  });

  it('are not lost when the profile is saved between the end of a limit and the job', async () => {
    const { app, db } = host;
    const clientId = await richClient(app, { money: '40', ...THRESHOLDS });
    await setLimit(app, { clientId, amount: '100', expiresAt: '2100-01-01T00:00:00Z' });
    await sql`update client_accounts set credit_limit_expires_at = now()
      where client_id = ${clientId}`.execute(db);
    const client = await clientNow(app, clientId);
    for (const change of [{ chargingPolicy: 'on_delivery' }, { city: 'Kyiv' }]) {
      const saved = { ...client, version: undefined, ...change };
      expect((await send(app, 'PUT', `/api/clients/${clientId}`, saved)).status).toBe(200);
    }
    await endLimits(db, { clientIds: [clientId], staffCopies: false });
    expect([await level(clientId), await notices(clientId)]).toEqual([
      'warning',
      ['warning to client'],
    ]);
  });

  it('come for charges, for money held, and for reversals', async () => {
    const { app } = host;
    const charged = await richClient(app, { money: '60', ...THRESHOLDS });
    await deliver(app, [event(charged, 'a', { price: '11' })]);
    expect(await notices(charged)).toEqual(['warning to client']);
    const held = await richClient(app, {
      money: '60',
      chargingPolicy: 'on_delivery',
      ...THRESHOLDS,
    });
    await deliver(app, [event(held, 'a', { price: '11', status: 'queued' })]);
    expect(await notices(held)).toEqual(['warning to client']);
    // It is let go, and charged after all: available falls again.
    await deliver(app, [receipt(held, 'a', 'expired', '2026-11-20T10:00:01Z')]);
    expect(await level(held)).toBe('ok');
    await deliver(app, [receipt(held, 'a', 'delivered', '2026-11-20T10:00:02Z')]);
    expect((await notices(held)).length).toBe(2);
    const reversed = await richClient(app, { money: '60', ...THRESHOLDS });
    await postMoney(app, {
      clientId: reversed,
      kind: 'reversal',
      reversesId: `${reversed}-1`,
      comment: 'x',
    });
    expect(await notices(reversed)).toEqual(['critical to client']);
  });

  it('do not come when money that was held is charged: nothing less is available', async () => {
    const { app } = host;
    const profile: Partial<Client> = { chargingPolicy: 'on_delivery', ...THRESHOLDS };
    const clientId = await richClient(app, { money: '60', ...profile });
    await deliver(app, [event(clientId, 'a', { price: '11', status: 'queued' })]);
    await deliver(app, [receipt(clientId, 'a', 'delivered', '2026-11-20T10:00:02Z')]);
    expect(await notices(clientId)).toEqual(['warning to client']);
  });

  it('do not come for what was refused', async () => {
    const { app } = host;
    const clientId = await richClient(app, { money: '60', ...THRESHOLDS });
    const fee = { clientId, kind: 'fee', amount: '-61', comment: 'x' };
    expect((await postMoney(app, fee)).status).toBe(422);
    await deliver(app, [event(clientId, 'a', { price: '61', status: 'queued' })]);
    expect(await notices(clientId)).toEqual([]);
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});

describe.each(HOSTS)('FIN-12 copies for staff on %s', (name) => {
  it('come beside each notice to a client, where staff have an address', async () => {
    const { app, db, close } = await openOffice(name, { staffCopies: true });
    try {
      const clientId = await richClient(app, { money: '60', limit: '10', ...THRESHOLDS });
      await deliver(app, [event(clientId, 'a', { price: '25' })]);
      await setLimit(app, { clientId, amount: '0', expiresAt: '2100-01-01T00:00:00Z' });
      await postMoney(app, { clientId, kind: 'fee', amount: '-30', comment: 'x' });
      expect((await lowBalanceNotices(db, clientId)).toSorted()).toEqual([
        'critical to client',
        'critical to staff',
        'warning to client',
        'warning to staff',
      ]);
    } finally {
      await close();
    }
  });
});
