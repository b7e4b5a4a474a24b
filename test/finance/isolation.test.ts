import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import { withOptions, type TestHost } from '../support/hosts.ts';
import { event } from '../support/requests.ts';
import {
  clientNow,
  deliverSurely,
  expectProven,
  openOffice,
  postSurely,
  richClient,
} from './office.ts';

/** An administrator may set another isolation for a database than the one that we count on. */
describe.each(['read committed', 'repeatable read', 'serializable'])(
  'a database at %s',
  (level) => {
    let db: Kysely<Database>;
    let app: TestHost['app'];
    let close: TestHost['close'];
    beforeAll(async () => {
      const escaped = level.replace(' ', '\\ ');
      const isolated = withOptions(`-c default_transaction_isolation=${escaped}`);
      ({ db, app, close } = await openOffice('PostgreSQL', {}, isolated));
    });
    afterAll(() => close());

    it('is that', async () => {
      const { rows } = await sql<{ level: string }>`
      select current_setting('transaction_isolation') as level`.execute(db);
      expect(rows).toEqual([{ level }]);
    });

    it('L11 gives out money for 10 to exactly 10 of 40, and the rest is refused', async () => {
      const clientId = await richClient(app, { money: '10' });
      const fee = { clientId, kind: 'fee', amount: '-1', comment: 'race' };
      const answers = await Promise.all(Array.from({ length: 40 }, () => postSurely(app, fee)));
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses).toEqual([...Array(10).fill(201), ...Array(30).fill(422)]);
      expect((await clientNow(app, clientId)).balance).toBe('0.000000');
      await expectProven(db);
    });

    it('L13 queues exactly 10 messages, and charges them once', async () => {
      const clientId = await richClient(app, { money: '10', chargingPolicy: 'on_delivery' });
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          deliverSurely(app, [event(clientId, `m${n}`, { price: '1', status: 'queued' })]),
        ),
      );
      expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(10);
      expect((await clientNow(app, clientId)).reserved).toBe('10.000000');
      await expectProven(db);
    });
  },
);
