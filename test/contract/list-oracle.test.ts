import { SimpleRestServer } from 'fakerest';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, newClient, send } from '../support/requests.ts';
import { LISTS, populate, OPTIONS } from './population.ts';

/**
 * The oracle is FakeRest, the reference for what react-admin's filters mean. Four differences are
 * known and harmless, and the data keeps out of their way:
 * - Money is a decimal string here; FakeRest would compare it as text, so it is fed numbers.
 * - Rows that are equal in the sorted field stay in the order of the data there; here the id decides,
 *   in the direction of the sort. So the oracle has the data once in each direction.
 * - Text is sorted by language here and by code units there: the data is lower-case ASCII.
 * - What has no value counts as 0 there and is sorted nowhere in particular: fields that may be null
 *   are not sorted by, and compared to words only.
 */
const NUMBERS = ['smsPrice', 'balance', 'creditLimit'] as const;
const INTEGERS = ['id'] as const;
const TEXTS = [
  'login',
  'company',
  'name',
  'email',
  'site',
  'country',
  'channel',
  'currency',
  'status',
  'activation',
  'registeredAt',
] as const;
const NULLABLE = ['managerId', 'lastLoginAt'] as const;

const CLIENTS = 60;

describe.each(HOSTS)('lists on %s', (name) => {
  let host: TestHost;
  let ascending: SimpleRestServer;
  let descending: SimpleRestServer;
  let records: Record<string, unknown>[];

  beforeAll(async () => {
    host = await openHost(name, OPTIONS);
    await populate(host.app);
    await addClients(host);
    const { rows } = await list<Client>(host.app, 'clients');
    records = rows.map((row) => ({
      ...row,
      ...Object.fromEntries(NUMBERS.map((field) => [field, Number(row[field])])),
    }));
    const server = (clients: object[]) => new SimpleRestServer({ data: { clients } });
    ascending = server(records);
    descending = server(records.toReversed());
  });
  afterAll(() => host.close());

  const ask = async (filter: object, sort: [string, 'ASC' | 'DESC'], range: [number, number]) => {
    const oracle = sort[1] === 'ASC' ? ascending : descending;
    const { body, headers } = await oracle.handle({
      url: '/clients',
      method: 'GET',
      params: { filter, sort, range },
      requestBody: undefined,
    });
    const rows = Array.isArray(body) ? body : [];
    return {
      ids: rows.map((row): unknown => row.id),
      total: Number(headers['Content-Range']?.split('/')[1]),
    };
  };

  it('LIST-6 API-1 filters, sorts and pages as the reference does', async () => {
    await fc.assert(
      fc.asyncProperty(filterOf(records), sortOf(), rangeOf(), async (filter, sort, range) => {
        const expected = await ask(filter, sort, range);
        const { rows, total } = await list(host.app, 'clients', filter, sort, range);
        expect({ ids: rows.map(({ id }) => id), total }).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('compares amounts as numbers, whether they come as text or as numbers', async () => {
    const asNumber = await list(host.app, 'clients', { smsPrice_gt: 9.999999 });
    expect(asNumber.rows.map(({ smsPrice }) => smsPrice)).toContain('10.000000');
    expect(await list(host.app, 'clients', { smsPrice_gt: '009.999999' })).toEqual(asNumber);
  });

  describe.each(LISTS)('of %s where %o', (resource, filter) => {
    it('LIST-3 LIST-6 cut into pages, by every field and both ways, come to the whole', async () => {
      const fields = await allowed(host, `/api/${resource}?sort=["?","ASC"]`);
      expect(fields).toContain('id');
      for (const field of fields) {
        for (const order of ['ASC', 'DESC'] as const) {
          const whole = await list(host.app, resource, filter, [field, order]);
          const size = Math.max(1, Math.ceil(whole.total / 3) - 1);
          const pages: Record<string, unknown>[] = [];
          for (let first = 0; first < whole.total; first += size) {
            const range: [number, number] = [first, first + size - 1];
            const page = await list(host.app, resource, filter, [field, order], range);
            expect(page.total).toBe(whole.total);
            pages.push(...page.rows);
          }
          expect(pages, `${field} ${order}`).toEqual(whole.rows);
          expect(new Set(pages.map(({ id }) => id)).size).toBe(whole.total);
        }
      }
    });

    it('find a record again by whatever it shows', async () => {
      const fields = await allowed(host, `/api/${resource}?filter={"?":1}`);
      const { rows } = await list(host.app, resource, filter);
      for (const row of [rows[0], rows[1], rows.at(-1)]) {
        const shown = Object.entries(row ?? {}).filter(([field]) => fields.includes(field));
        for (const [field, value] of shown) {
          const found = await list(host.app, resource, { ...filter, [field]: value });
          expect({ field, value, ids: found.rows.map(({ id }) => id) }).toEqual({
            field,
            value,
            ids: expect.arrayContaining([row?.id]),
          });
        }
      }
    });
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});

/** The names that a refusal lists as allowed. */
async function allowed({ app }: TestHost, path: string): Promise<string[]> {
  const { body } = await send<{ message: string }>(app, 'GET', path);
  return /Allowed: ([\w, ]+)/.exec(body.message)?.[1]?.split(', ') ?? [];
}

/** Clients with few different values in each field, so that filters hit and sorts have ties. */
async function addClients({ app, db }: TestHost): Promise<void> {
  await db
    .updateTable('clients')
    .set({
      company: 'delta',
      channel: 'staff',
      email: 'd@example.com',
      registeredAt: '2026-01-01T00:00:00Z',
    })
    .execute();
  const pick = <Value>(values: readonly Value[], n: number) => values[n % values.length];
  for (let n = 0; n < CLIENTS; n += 1) {
    const { id } = await newClient(app, {
      company: pick(['alpha', 'beta', 'betamax', 'gamma'], n * 7),
      name: pick(['', 'anna', 'ben'], n * 5),
      email: pick(['a@example.com', 'b@example.com', 'c@example.org'], n),
      site: pick(['one', 'two'], n),
      country: pick(['UA', 'PL', 'ZZ', 'DE'], n * 3),
      channel: pick(['organic', 'staff'], n),
      currency: pick(['EUR', 'UAH'], n),
      smsPrice: pick(['0', '0.05', '0.0352', '0.1', '9.999999', '10'], n * 11) ?? '0',
      smsSubscription: n % 3 === 0,
      managerId: pick([null, 'eva', 'tom'], n) ?? null,
    });
    if (n % 2 === 0) {
      await deliver(app, [event(id, 'x', { price: pick(['0.1', '2.5', '10'], n) })]);
    }
    if (n % 3 === 0) {
      const limit = { clientId: id, amount: pick(['100', '99.5', '0.000001'], n / 3) };
      await send(app, 'POST', '/api/credit_limits', limit, { 'Idempotency-Key': 'limit' });
    }
    // What only the server writes.
    await db
      .updateTable('clients')
      .set({
        registeredAt: `2026-0${1 + (n % 5)}-01T00:00:00Z`,
        lastLoginAt: pick([null, '2026-06-01T12:00:00.123Z', '2026-07-01T00:00:00Z'], n) ?? null,
        status: pick(['active', 'frozen', 'blocked', 'closed'], n) ?? 'active',
        activation: pick(['not_required', 'pending', 'done'], n) ?? 'done',
      })
      .where('clientId', '=', id)
      .execute();
  }
}

/** Up to three conditions, mostly with values that occur. */
function filterOf(records: Record<string, unknown>[]) {
  const present = (field: string) => {
    const values = [...new Set(records.map((record) => record[field]))];
    return fc.constantFrom(...values.filter((value) => value !== null));
  };
  const onlyPresent: readonly string[] = [...NULLABLE, 'registeredAt'];
  const text = (field: string) =>
    onlyPresent.includes(field)
      ? present(field)
      : fc.oneof(
          { weight: 5, arbitrary: present(field) },
          fc.constantFrom('', 'a', 'm', 'zz', '5'),
        );
  const number = (field: string) =>
    fc.oneof(
      { weight: 3, arbitrary: present(field) },
      fc.integer({ min: -20, max: 200 }),
      fc.integer({ min: -2_000_000, max: 20_000_000 }).map((millionths) => millionths / 1_000_000),
    );
  const integer = (field: string) =>
    fc.oneof({ weight: 3, arbitrary: present(field) }, fc.integer({ min: 0, max: 80 }));
  const conditions = [
    ...NUMBERS.flatMap((field) => operations(field, number(field))),
    ...INTEGERS.flatMap((field) => operations(field, integer(field))),
    ...TEXTS.flatMap((field) => operations(field, text(field))),
    ...NULLABLE.flatMap((field) => [
      ...operations(field, text(field)),
      fc.constant<[string, unknown]>([field, null]),
    ]),
    fc.boolean().map((wanted): [string, unknown] => ['smsSubscription', wanted]),
  ];
  return fc
    .array(fc.oneof(...conditions), { maxLength: 3 })
    .map((pairs) => Object.fromEntries(pairs));
}

/** A field compared to values in every way there is. */
function operations(
  field: string,
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<[string, unknown]>[] {
  const suffix = fc.constantFrom('', '_eq', '_neq', '_gt', '_gte', '_lt', '_lte');
  return [
    fc.tuple(suffix, value).map(([end, operand]): [string, unknown] => [field + end, operand]),
    fc.array(value, { maxLength: 4 }).map((operands): [string, unknown] => [field, operands]),
  ];
}

function sortOf(): fc.Arbitrary<[string, 'ASC' | 'DESC']> {
  return fc.tuple(
    fc.constantFrom(...NUMBERS, ...INTEGERS, ...TEXTS, 'smsSubscription'),
    fc.constantFrom('ASC' as const, 'DESC' as const),
  );
}

function rangeOf(): fc.Arbitrary<[number, number]> {
  return fc
    .tuple(fc.integer({ min: 0, max: CLIENTS + 10 }), fc.integer({ min: 1, max: CLIENTS + 10 }))
    .map(([first, size]) => [first, first + size - 1]);
}
