import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statistic } from '../../schema/statistics.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, newClient, receipt } from '../support/requests.ts';

describe.each(HOSTS)('statistics on %s', (name) => {
  let host: TestHost;
  let clientId: number;
  const period = { from: '2026-11-18', to: '2026-11-20' };

  beforeAll(async () => {
    host = await openHost(name);
    const { app } = host;
    ({ id: clientId } = await newClient(app));
    await deliver(app, [
      event(clientId, 'a', { parts: 2, sentAt: '2026-11-18T10:00:00Z' }),
      event(clientId, 'b', { sender: 'BANK', mccMnc: '25501' }),
      event(clientId, 'c', { sender: 'BANK', mccMnc: null, country: 'UA' }),
      event(clientId, 'd', { channel: 'viber', sender: 'SHOP', price: '0.02' }),
      event(clientId, 'e', { channel: 'viber', sender: 'Shop', mccMnc: '26001', parts: 1 }),
      event(clientId, 'f', { sentAt: '2026-11-21T10:00:00Z' }),
      receipt(clientId, 'a', 'delivered', '2026-11-18T10:00:09Z'),
      receipt(clientId, 'd', 'read', '2026-11-20T10:00:09Z'),
      receipt(clientId, 'b', 'expired', '2026-11-21T10:00:00Z'),
    ]);
  });
  afterAll(() => host.close());

  const report = async (filter: object, sort: [string, 'ASC' | 'DESC'] = ['group', 'ASC']) =>
    list<Statistic>(host.app, 'statistics', { clientId, ...period, ...filter }, sort);

  it('STAT-9 sums messages, parts, deliveries and cost of each group', async () => {
    const { rows } = await report({ groupBy: 'sender' });
    expect(rows.map((row) => [row.group, row.sentMessages, row.sentParts, row.price])).toEqual([
      ['BANK', 2, 2, '0.100000'],
      ['Shop', 1, 1, '0.050000'],
      ['SHOP', 2, 3, '0.120000'],
    ]);
    expect(rows[2]).toMatchObject({
      deliveredMessages: 2,
      deliveredParts: 3,
      pendingParts: 0,
      efficiency: 1,
      currency: 'EUR',
    });
    expect(rows[0]).toMatchObject({ deliveredParts: 0, pendingParts: 1, efficiency: 0 });
  });

  it('STAT-4, STAT-10 lists every day, with no efficiency where nothing was sent', async () => {
    const { rows, total } = await report({ groupBy: 'day' });
    expect(total).toBe(3);
    expect(rows.map(({ group, sentParts, efficiency }) => [group, sentParts, efficiency])).toEqual([
      ['2026-11-18', 2, 1],
      ['2026-11-19', 0, null],
      ['2026-11-20', 4, 0.25],
    ]);
  });

  it('STAT-5, STAT-10 names operators by country, an unknown one too', async () => {
    const { rows } = await report({ groupBy: 'operator' });
    expect(rows.map(({ group, mccMnc }) => [group, mccMnc])).toEqual([
      ['Poland - Plus', '26001'],
      ['Ukraine - Kyivstar', '25503'],
      ['Ukraine - Unknown operator', null],
      ['Ukraine - Vodafone', '25501'],
    ]);
  });

  it('STAT-7 counts only Viber by Viber sender, apart from the same name in SMS', async () => {
    const { rows } = await report({ groupBy: 'viber_sender' });
    expect(rows.map(({ group, sentMessages }) => [group, sentMessages])).toEqual([
      ['Shop', 1],
      ['SHOP', 1],
    ]);
  });

  it('STAT-8 groups by country', async () => {
    const { rows } = await report({ groupBy: 'country' });
    expect(rows.map(({ group, country }) => [group, country])).toEqual([
      ['Poland', 'PL'],
      ['Ukraine', 'UA'],
    ]);
  });

  it.each(['day', 'operator', 'sender', 'country'])(
    'STAT-10 adds up to the same total by %s',
    async (groupBy) => {
      const { rows } = await report({ groupBy });
      const { rows: totals } = await report({ groupBy: 'total' });
      const sum = (key: 'sentMessages' | 'sentParts' | 'deliveredParts' | 'pendingParts') =>
        rows.reduce((all, row) => all + row[key], 0);
      expect(totals).toHaveLength(1);
      expect(totals[0]).toMatchObject({
        sentMessages: sum('sentMessages'),
        sentParts: sum('sentParts'),
        deliveredParts: sum('deliveredParts'),
        pendingParts: sum('pendingParts'),
        price: '0.270000',
        efficiency: 0.5,
      });
    },
  );

  it('STAT-1 counts all time when no period is given', async () => {
    const { rows } = await list<Statistic>(host.app, 'statistics', { clientId, groupBy: 'total' });
    expect(rows[0]).toMatchObject({ sentMessages: 6 });
  });

  it('sorts by every column, what has no value last', async () => {
    const { rows } = await report({ groupBy: 'day' }, ['efficiency', 'DESC']);
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-20', '2026-11-19']);
    const { rows: byPrice } = await report({ groupBy: 'sender' }, ['price', 'DESC']);
    expect(byPrice.map(({ group }) => group)).toEqual(['SHOP', 'BANK', 'Shop']);
  });

  it('answers a Total row of zeros for a client that sent nothing', async () => {
    const { id } = await newClient(host.app);
    const filter = { clientId: id, groupBy: 'total', ...period };
    const { rows } = await list<Statistic>(host.app, 'statistics', filter);
    expect(rows[0]).toMatchObject({ sentMessages: 0, price: '0.000000', efficiency: null });
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
