import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../schema/messages.ts';
import { expireReservations } from '../../server/messages/expire-reservations.ts';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, receipt, send } from '../support/requests.ts';
import { clientNow, expectProven, ledgerOf, openOffice, postMoney, richClient } from './office.ts';

const options = { staffCopies: false };

describe.each(HOSTS)('charging on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  const message = async (clientId: number, externalId: string) =>
    (await send<Message>(host.app, 'GET', `/api/messages/${clientId}-${externalId}`)).body;
  /** `kind amount -> balance` of every row, beside what is held. */
  const books = async (clientId: number) => {
    const rows = await ledgerOf(host.app, clientId);
    const { reserved } = await clientNow(host.app, clientId);
    return [
      ...rows.map(({ kind, amount, balanceAfter }) => `${kind} ${amount} -> ${balanceAfter}`),
      reserved,
    ];
  };
  const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00Z`;
  /** Rows that a transaction names, by the messages that name it. */
  const namedBy = async (filter: object) => {
    const { rows, total } = await list<Message>(host.app, 'messages', filter);
    return {
      messages: total,
      parts: rows.reduce((sum, { parts }) => sum + parts, 0),
      names: rows.map(({ externalId }) => externalId),
    };
  };

  describe('FIN-11 on submit', () => {
    it('charges at once, and gives back what the platform rejected, at the price of then', async () => {
      const { app } = host;
      const id = await richClient(app, { money: '10', smsPrice: '0.5' });
      await deliver(app, [event(id, 'a', { parts: 3 }), event(id, 'b', { parts: 1 })]);
      expect(await books(id)).toEqual([
        'top_up 10.000000 -> 10.000000',
        'charge -2.000000 -> 8.000000',
        '0.000000',
      ]);
      await send(app, 'PUT', `/api/clients/${id}`, { smsPrice: '9' });
      await deliver(app, [receipt(id, 'a', 'rejected', at(1)), receipt(id, 'b', 'expired', at(1))]);
      expect((await books(id)).slice(2)).toEqual(['refund 1.500000 -> 9.500000', '0.000000']);
      const [, charge, refund] = await ledgerOf(app, id);
      expect(refund).toMatchObject({
        reversesId: charge?.id,
        mailing: 'autumn',
        messages: 1,
        parts: 3,
        purpose: 'Refund: 1 messages, 3 parts',
      });
      expect(await message(id, 'a')).toMatchObject({
        billing: 'refunded',
        chargeId: charge?.id,
        refundId: refund?.id,
        status: 'rejected',
        // Of its day; the ledger gave it back on another.
        cost: '1.500000',
      });
      expect(await message(id, 'b')).toMatchObject({ billing: 'charged', refundId: null });
    });

    it.each(['delivered', 'undelivered', 'expired', 'unknown', 'read', 'sent'])(
      'keeps the money of what became %s',
      async (status) => {
        const id = await richClient(host.app, { money: '10' });
        await deliver(host.app, [event(id, 'a', { price: '1', status: 'queued' })]);
        await deliver(host.app, [receipt(id, 'a', status, at(1))]);
        expect(await books(id)).toHaveLength(3);
        expect((await message(id, 'a')).billing).toBe('charged');
      },
    );

    it('charges nothing for what was refused before sending', async () => {
      const id = await richClient(host.app, { money: '10' });
      await deliver(host.app, [event(id, 'a', { price: '1', status: 'rejected' })]);
      expect(await books(id)).toEqual(['top_up 10.000000 -> 10.000000', '0.000000']);
      expect(await message(id, 'a')).toMatchObject({ billing: 'none', chargeId: null });
    });

    it('charges nothing where the rejection came before the message', async () => {
      const id = await richClient(host.app, { money: '10' });
      await deliver(host.app, [receipt(id, 'a', 'rejected', at(1))]);
      await deliver(host.app, [event(id, 'a', { price: '1', status: 'queued' })]);
      expect(await books(id)).toHaveLength(2);
      expect(await message(id, 'a')).toMatchObject({ billing: 'released', chargeId: null });
    });

    it('refunds once, however often and in whatever order it is told', async () => {
      const { app } = host;
      const id = await richClient(app, { money: '10' });
      await deliver(app, [event(id, 'a', { price: '1' }), event(id, 'b', { price: '2' })]);
      const told = [receipt(id, 'a', 'rejected', at(2)), receipt(id, 'a', 'expired', at(3))];
      await deliver(app, [...told, ...told]);
      for (const one of told.toReversed()) await deliver(app, [one]);
      await deliver(app, [receipt(id, 'a', 'delivered', at(4))]);
      expect((await books(id)).slice(2)).toEqual(['refund 1.000000 -> 8.000000', '0.000000']);
    });

    it('charges again what was delivered before the rejection', async () => {
      const { app } = host;
      const id = await richClient(app, { money: '10' });
      await deliver(app, [event(id, 'a', { price: '1' })]);
      await deliver(app, [receipt(id, 'a', 'rejected', at(5))]);
      await deliver(app, [receipt(id, 'a', 'delivered', at(4))]);
      expect((await books(id)).slice(1)).toEqual([
        'charge -1.000000 -> 9.000000',
        'refund 1.000000 -> 10.000000',
        'charge -1.000000 -> 9.000000',
        '0.000000',
      ]);
      expect(await message(id, 'a')).toMatchObject({
        billing: 'charged',
        chargeId: `${id}-4`,
        refundId: null,
      });
    });

    it('gives one row for each mailing and charge, whose messages it names', async () => {
      const { app } = host;
      const id = await richClient(app, { money: '100' });
      const mailings = ['ä', null, 'Z', 'a'];
      const events = mailings.flatMap((mailing) =>
        [1, 2, 3].map((parts) =>
          event(id, `${mailing}${parts}`, { mailing, parts, price: '1', status: 'queued' }),
        ),
      );
      await deliver(app, events.slice(0, 8));
      await deliver(app, events);
      await deliver(
        app,
        events
          .filter(({ parts }) => parts !== 2)
          .map(({ externalId }) => receipt(id, externalId, 'rejected', at(1))),
      );
      const rows = await ledgerOf(app, id);
      expect(rows.map(({ kind, mailing, amount }) => [kind, mailing, amount])).toEqual([
        ['top_up', null, '100.000000'],
        ['charge', null, '-6.000000'],
        ['charge', 'Z', '-3.000000'],
        ['charge', 'ä', '-6.000000'],
        ['charge', 'Z', '-3.000000'],
        ['charge', 'a', '-6.000000'],
        ['refund', null, '4.000000'],
        ['refund', 'Z', '1.000000'],
        ['refund', 'Z', '3.000000'],
        ['refund', 'a', '4.000000'],
        ['refund', 'ä', '4.000000'],
      ]);
      for (const { kind, id: rowId, messages, parts, mailing } of rows.slice(1)) {
        const filter = kind === 'charge' ? { chargeId: rowId } : { refundId: rowId };
        const named = await namedBy(filter);
        expect(named).toMatchObject({ messages, parts });
        expect(named.names.every((one) => one.startsWith(String(mailing)))).toBe(true);
      }
      const charges = rows.filter(({ kind }) => kind === 'charge').map(({ id: one }) => one);
      expect((await namedBy({ chargeId: charges })).messages).toBe(12);
      expect((await namedBy({ clientId: id, chargeId: null })).messages).toBe(0);
      expect((await namedBy({ clientId: id, refundId: null })).messages).toBe(4);
      expect((await namedBy({ chargeId: [`${id}-1`, '0-0', 'x'] })).messages).toBe(0);
    });
  });

  describe('FIN-11 on delivery', () => {
    const profile = { money: '10', chargingPolicy: 'on_delivery' } as const;

    it('holds the money, and charges what is delivered', async () => {
      const { app } = host;
      const id = await richClient(app, profile);
      await deliver(app, [
        event(id, 'a', { price: '1', parts: 2, status: 'queued' }),
        event(id, 'b', { price: '3' }),
      ]);
      expect(await books(id)).toEqual(['top_up 10.000000 -> 10.000000', '5.000000']);
      expect(await clientNow(app, id)).toMatchObject({
        balance: '10.000000',
        available: '5.000000',
      });
      expect(await message(id, 'a')).toMatchObject({
        billing: 'reserved',
        chargeId: null,
        cost: '0.000000',
      });
      await deliver(app, [receipt(id, 'a', 'sent', at(0)), receipt(id, 'a', 'delivered', at(1))]);
      expect((await books(id)).slice(1)).toEqual(['charge -2.000000 -> 8.000000', '3.000000']);
      expect((await clientNow(app, id)).available).toBe('5.000000');
      expect(await message(id, 'a')).toMatchObject({
        billing: 'charged',
        chargeId: `${id}-2`,
        cost: '2.000000',
      });
    });

    it.each(['undelivered', 'expired', 'rejected', 'unknown'])(
      'lets go what became %s, without a row',
      async (status) => {
        const { app } = host;
        const id = await richClient(app, profile);
        await deliver(app, [event(id, 'a', { price: '4', status: 'queued' })]);
        await deliver(app, [receipt(id, 'a', status, at(1)), receipt(id, 'a', status, at(2))]);
        expect(await books(id)).toEqual(['top_up 10.000000 -> 10.000000', '0.000000']);
        expect(await message(id, 'a')).toMatchObject({ billing: 'released', chargeId: null });
      },
    );

    it.each([
      ['expired', 'charge -4.000000 -> 6.000000', 'charged'],
      ['unknown', 'charge -4.000000 -> 6.000000', 'charged'],
      ['undelivered', 'charge -4.000000 -> 6.000000', 'charged'],
      ['rejected', undefined, 'released'],
    ])('takes a delivery after "%s": %s', async (status, row, billing) => {
      const { app } = host;
      const id = await richClient(app, profile);
      await deliver(app, [event(id, 'a', { price: '4', status: 'queued' })]);
      await deliver(app, [receipt(id, 'a', status, at(1))]);
      await deliver(app, [receipt(id, 'a', 'delivered', at(2))]);
      expect((await books(id)).slice(1)).toEqual([...(row ? [row] : []), '0.000000']);
      expect((await message(id, 'a')).billing).toBe(billing);
    });

    it('gives back what turns out to have been rejected before it was delivered', async () => {
      const { app } = host;
      const id = await richClient(app, profile);
      await deliver(app, [event(id, 'a', { price: '4', status: 'queued' })]);
      await deliver(app, [receipt(id, 'a', 'delivered', at(5))]);
      await deliver(app, [receipt(id, 'a', 'rejected', at(4))]);
      expect((await books(id)).slice(1)).toEqual([
        'charge -4.000000 -> 6.000000',
        'refund 4.000000 -> 10.000000',
        '0.000000',
      ]);
      expect(await message(id, 'a')).toMatchObject({
        billing: 'refunded',
        chargeId: `${id}-2`,
        refundId: `${id}-3`,
      });
    });

    it('refuses to queue what the money that is not held does not suffice for', async () => {
      const { app } = host;
      const id = await richClient(app, profile);
      const queue = (externalId: string, price: string) =>
        event(id, externalId, { price, status: 'queued' });
      expect(
        await deliver(app, [queue('a', '6'), queue('b', '5'), queue('c', '4'), queue('d', '0.01')]),
      ).toEqual({
        accepted: 2,
        repeated: 0,
        updated: 0,
        rejected: [
          {
            index: 1,
            message: 'clientId: the money does not suffice: 5.000000 needed, 4.000000 available',
          },
          {
            index: 3,
            message: 'clientId: the money does not suffice: 0.010000 needed, 0.000000 available',
          },
        ],
      });
      expect(await books(id)).toEqual(['top_up 10.000000 -> 10.000000', '10.000000']);
      const fee = { clientId: id, kind: 'fee', amount: '-0.000001', comment: 'x' };
      expect((await postMoney(app, fee)).status).toBe(422);
      // What is let go can be spent.
      await deliver(app, [receipt(id, 'a', 'undelivered', at(1))]);
      expect(await deliver(app, [queue('b', '5')])).toMatchObject({ accepted: 1 });
      expect((await list(app, 'messages', { clientId: id })).total).toBe(3);
    });

    it('lets silent messages go after 96 hours, and charges a late delivery all the same', async () => {
      const { app, db } = host;
      // Those of other tests: their day of sending has come of age.
      while ((await expireReservations(db, options)) > 0) continue;
      const id = await richClient(app, profile);
      const sentBefore = (interval: string) =>
        sql`update messages set sent_at = now() - ${interval}::interval where client_id = ${id}
          and external_id = ${interval.startsWith('96 hours 1') ? 'old' : 'young'}`.execute(db);
      await deliver(app, [
        event(id, 'old', { price: '4', status: 'queued' }),
        event(id, 'young', { price: '2' }),
      ]);
      await sentBefore('96 hours 1 second');
      await sentBefore('95 hours 59 minutes');
      expect(await expireReservations(db, options)).toBe(1);
      expect(await expireReservations(db, options)).toBe(0);
      expect(await books(id)).toEqual(['top_up 10.000000 -> 10.000000', '2.000000']);
      expect(await message(id, 'old')).toMatchObject({ status: 'expired', billing: 'released' });
      await deliver(app, [receipt(id, 'old', 'delivered', '2026-11-24T11:59:59Z')]);
      expect((await books(id)).slice(1)).toEqual(['charge -4.000000 -> 6.000000', '2.000000']);
    });

    it('keeps each message under the policy that it was accepted with', async () => {
      const { app } = host;
      const id = await richClient(app, profile);
      await deliver(app, [event(id, 'held', { price: '1', status: 'queued' })]);
      await send(app, 'PUT', `/api/clients/${id}`, { chargingPolicy: 'on_submit' });
      await deliver(app, [event(id, 'paid', { price: '2', status: 'queued' })]);
      expect((await books(id)).slice(1)).toEqual(['charge -2.000000 -> 8.000000', '1.000000']);
      await send(app, 'PUT', `/api/clients/${id}`, { chargingPolicy: 'on_delivery' });
      await deliver(app, [
        receipt(id, 'held', 'delivered', at(1)),
        receipt(id, 'paid', 'undelivered', at(1)),
      ]);
      expect((await books(id)).slice(1)).toEqual([
        'charge -2.000000 -> 8.000000',
        'charge -1.000000 -> 7.000000',
        '0.000000',
      ]);
      expect((await message(id, 'paid')).billing).toBe('charged');
    });

    it('charges at once what is delivered already, also when its receipt came first', async () => {
      const { app } = host;
      const id = await richClient(app, profile);
      await deliver(app, [receipt(id, 'a', 'delivered', at(1))]);
      await deliver(app, [
        event(id, 'a', { price: '1' }),
        event(id, 'b', { price: '2', status: 'read' }),
        event(id, 'c', { price: '4', status: 'undelivered' }),
      ]);
      expect((await books(id)).slice(1)).toEqual(['charge -3.000000 -> 7.000000', '0.000000']);
    });

    it('holds nothing for what is free', async () => {
      const { app } = host;
      const id = await richClient(app, { chargingPolicy: 'on_delivery' });
      const free = event(id, 'a', { price: '0', status: 'queued' });
      expect(await deliver(app, [free])).toMatchObject({ accepted: 1 });
      await deliver(app, [receipt(id, 'a', 'delivered', at(1))]);
      expect(await books(id)).toEqual(['0.000000']);
      expect(await message(id, 'a')).toMatchObject({ billing: 'charged', chargeId: null });
    });
  });

  it('L7 keeps the currency once anything is counted in it', async () => {
    const { app } = host;
    const id = await richClient(app, { limit: '0', chargingPolicy: 'on_delivery' });
    const held = await richClient(app, { chargingPolicy: 'on_delivery' });
    await deliver(app, [event(held, 'a', { price: '4' })]);
    for (const clientId of [id, held]) {
      const change = { currency: 'USD' };
      expect(await send(app, 'PUT', `/api/clients/${clientId}`, change)).toMatchObject({
        status: 422,
        body: { errors: { currency: expect.stringContaining('is EUR for good') } },
      });
    }
  });

  it('proves every balance in the end, and logs no error on the way', async () => {
    await expectProven(host.db);
    expect(host.logged).toEqual([]);
  });
});
