import simpleRestProvider from 'ra-data-simple-rest';
import type { GetListParams, HttpError, RaRecord } from 'react-admin';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import {
  LISTS,
  populate,
  RESOURCE_NAMES,
  RESOURCES,
  type ResourceName,
  OPTIONS,
} from './population.ts';

const provider = simpleRestProvider('http://console.test/api');

describe.each(HOSTS)('API-1 the stock data provider on %s', (name) => {
  let host: TestHost;
  /** The answers as they came over the wire, newest first. */
  const answers: Response[] = [];

  beforeAll(async () => {
    host = await openHost(name, OPTIONS);
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const response = await host.app.fetch(new Request(url, init));
      answers.unshift(response.clone());
      return response;
    });
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await host.close();
  });

  const header = (name: string) => answers[0]?.headers.get(name);
  const everything = (resource: ResourceName, filter: object = {}) =>
    provider.getList(resource, page({ filter }));

  describe('without any rows', () => {
    it.each(LISTS)('gets an empty list of %s where %o', async (resource, filter) => {
      expect(await everything(resource, filter)).toEqual({ data: [], total: 0 });
      expect(header('Content-Range')).toBe(`${resource} */0`);
      expect(header('X-Total-Count')).toBe('0');
    });

    it.each(RESOURCE_NAMES)('gets no %s by ids', async (resource) => {
      const { data } = await provider.getMany(resource, { ids: unknownIds(resource) });
      expect(data).toEqual([]);
    });
  });

  describe('with rows', () => {
    beforeAll(() => populate(host.app));

    describe.each(LISTS)('%s where %o', (resource, filter) => {
      const { schema } = RESOURCES[resource];

      it('lists records of the schema, found again by their ids', async () => {
        const { data, total } = await everything(resource, filter);
        expect(data.length).toBeGreaterThan(0);
        expect(total).toBe(data.length);
        for (const record of data) {
          expect(schema.parse(record)).toEqual(record);
          expect(await provider.getOne(resource, { id: record.id })).toEqual({ data: record });
        }
        const ids = data.map(({ id }) => id);
        const many = await provider.getMany(resource, {
          ids: [...unknownIds(resource), ...ids, ...ids],
        });
        expect(sorted(many.data)).toEqual(sorted(data));
        expect(answers[0]?.url).not.toContain('range');
      });

      it('says in both headers which rows of how many', async () => {
        const { data, total } = await everything(resource, filter);
        expect(header('Content-Range')).toBe(`${resource} 0-${data.length - 1}/${total}`);
        expect(header('X-Total-Count')).toBe(String(total));
        const second = await provider.getList(resource, page({ filter, page: 2, perPage: 1 }));
        expect(second).toEqual({ data: data.slice(1, 2), total });
        expect(header('Content-Range')).toBe(
          data.length > 1 ? `${resource} 1-1/${total}` : `${resource} */${total}`,
        );
      });

      it('counts as ReferenceManyCount does, with a page of one', async () => {
        const { total } = await everything(resource, filter);
        const counted = await provider.getList(resource, page({ filter, perPage: 1 }));
        expect(counted).toMatchObject({ total, data: { length: 1 } });
      });

      it('LIST-3 answers a page behind the last one empty, with the true total', async () => {
        const { total } = await everything(resource, filter);
        const beyond = await provider.getList(resource, page({ filter, page: 500, perPage: 10 }));
        expect(beyond).toEqual({ data: [], total });
        expect(header('Content-Range')).toBe(`${resource} */${total}`);
        expect(header('X-Total-Count')).toBe(String(total));
      });

      it('allows the 1,000 rows of an export and refuses one more', async () => {
        await provider.getList(resource, page({ filter, perPage: 1000 }));
        await expect(
          provider.getList(resource, page({ filter, perPage: 1001 })),
        ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('"range"') });
      });
    });

    it.each(RESOURCE_NAMES.filter((resource) => resource !== 'clients'))(
      'gets the %s of one client',
      async (resource) => {
        const filter = NEEDED[resource] ?? {};
        const { data, total } = await provider.getManyReference(resource, {
          target: 'clientId',
          id: 2,
          ...page({ filter: { ...filter, clientId: 1 } }),
        });
        expect(total).toBe(data.length);
        expect(data.length).toBeGreaterThan(0);
        const all = await everything(resource, { ...filter, clientId: 2 });
        expect({ data, total }).toEqual(all);
        // Rows of a report carry the client in their ids.
        expect(
          data.filter(({ id, clientId }) => clientId !== 2 && !String(id).startsWith('2:')),
        ).toEqual([]);
      },
    );

    it.each<[ResourceName, object, object]>([
      [
        'clients',
        { login: '+380 (67) 000-00-00', company: 'New', currency: 'EUR', smsPrice: '0.0352' },
        { login: '380670000000', company: 'New', smsPrice: '0.035200', balance: '0.000000' },
      ],
      [
        'transactions',
        { clientId: 1, kind: 'top_up', amount: '7.5', idempotencyKey: 'created' },
        { clientId: 1, kind: 'top_up', amount: '7.500000', debit: '7.500000', credit: null },
      ],
      [
        'credit_limits',
        { clientId: 2, amount: '50', idempotencyKey: 'created too' },
        { clientId: 2, amount: '50.000000', previousAmount: '20.000000', notify: false },
      ],
      [
        'messages',
        {
          clientId: 2,
          externalId: 'created',
          sentAt: '2026-11-21T10:00:00+02:00',
          channel: 'sms',
          sender: 'BANK',
          recipient: '380501112233',
          parts: 2,
        },
        { id: '2-created', sentAt: '2026-11-21T08:00:00.000Z', country: 'UA', cost: '0.100000' },
      ],
      [
        'sender_names',
        { clientId: 2, name: 'New name', type: 'viber' },
        { clientId: 2, name: 'New name', status: 'new', questionnaire: { filled: 1, of: 6 } },
      ],
    ])('creates %s', async (resource, data, expected) => {
      const { data: created } = await provider.create(resource, { data });
      expect(answers[0]?.status).toBe(201);
      expect(RESOURCES[resource].schema.parse(created)).toEqual(created);
      expect(created).toMatchObject(expected);
      expect(await provider.getOne(resource, { id: created.id })).toEqual({ data: created });
    });

    it.each<[ResourceName, number | string, object]>([
      ['clients', 3, { company: 'Renamed' }],
      ['sender_names', '1-2', { questionnaire: { subject: 'Parcels', website: null } }],
    ])('updates %s with the whole record, as its form sends it', async (resource, id, changes) => {
      const { data: before } = await provider.getOne(resource, { id });
      const { data: after } = await provider.update(resource, {
        id,
        data: { ...before, ...changes },
        previousData: before,
      });
      expect(RESOURCES[resource].schema.parse(after)).toEqual(after);
      expect(after).toMatchObject({ ...changes, id, version: before.version + 1 });
      expect(await provider.getOne(resource, { id })).toEqual({ data: after });
    });

    it('FIN-13 decides a top-up with the whole record, as its form sends it', async () => {
      const id = '1-1';
      const { data: before } = await provider.getOne('top_up_requests', { id });
      const { data: after } = await provider.update('top_up_requests', {
        id,
        data: { ...before, status: 'rejected', reason: 'Twice' },
        previousData: before,
      });
      expect(RESOURCES.top_up_requests.schema.parse(after)).toEqual(after);
      expect(after).toMatchObject({ id, status: 'rejected', reason: 'Twice', decidedBy: 'tester' });
      expect(await provider.getOne('top_up_requests', { id })).toEqual({ data: after });
    });

    it('FIN-13 answers a top-up that waits like a created record', async () => {
      const data = { clientId: 3, kind: 'top_up', amount: '1000000.01', idempotencyKey: 'waits' };
      const { data: created } = await provider.create('transactions', { data });
      expect(answers[0]?.status).toBe(202);
      expect(RESOURCES.top_up_requests.schema.parse(created)).toEqual(created);
      expect(await provider.getOne('top_up_requests', { id: created.id })).toEqual({
        data: created,
      });
    });

    it.each<[ResourceName, (number | string)[], object]>([
      ['clients', [1, 2], { managerId: 'anna' }],
      ['sender_names', ['1-1', '1-2'], { questionnaire: { subject: 'All' } }],
    ])('updates many %s', async (resource, ids, data) => {
      expect(await provider.updateMany(resource, { ids, data })).toEqual({ data: ids });
      const { data: records } = await provider.getMany(resource, { ids });
      expect(sorted(records)).toMatchObject(ids.map((id) => ({ id, ...data })));
    });

    it.each<[ResourceName, object[]]>([
      [
        'clients',
        ['111111111', '222222222', '333333333'].map((login) => ({
          login,
          company: 'Gone soon',
          currency: 'EUR',
        })),
      ],
      [
        'sender_names',
        ['One', 'Two', 'Three'].map((name) => ({ clientId: 1, name, type: 'viber' })),
      ],
    ])('deletes one and many %s, and answers what is gone', async (resource, bodies) => {
      const records: RaRecord[] = [];
      for (const data of bodies) records.push((await provider.create(resource, { data })).data);
      const [first, ...others] = records;
      const { total } = await everything(resource);

      expect(await provider.delete(resource, { id: first?.id ?? '' })).toEqual({ data: first });
      const ids = others.map(({ id }) => id);
      expect(await provider.deleteMany(resource, { ids })).toEqual({ data: ids });

      expect((await everything(resource)).total).toBe((total ?? 0) - records.length);
      await expect(provider.getOne(resource, { id: first?.id ?? '' })).rejects.toMatchObject({
        status: 404,
      });
      const { data } = await provider.getMany(resource, { ids: records.map(({ id }) => id) });
      expect(data).toEqual([]);
    });

    const id = '1-1';
    const calls: [method: string, (resource: ResourceName) => Promise<unknown>][] = [
      ['create', (resource) => provider.create(resource, { data: {} })],
      ['update', (resource) => provider.update(resource, { id, data: {}, previousData: { id } })],
      ['updateMany', (resource) => provider.updateMany(resource, { ids: [id], data: {} })],
      ['delete', (resource) => provider.delete(resource, { id })],
      ['deleteMany', (resource) => provider.deleteMany(resource, { ids: [id] })],
    ];
    const decided: ResourceName[] = ['top_up_requests', 'notices'];
    const records: ResourceName[] = ['clients', 'sender_names'];
    const supported: Record<string, ResourceName[]> = {
      create: [...records, 'transactions', 'credit_limits', 'messages'],
      update: [...records, ...decided],
      updateMany: [...records, ...decided],
      delete: records,
      deleteMany: records,
    };
    const unsupported = RESOURCE_NAMES.flatMap((resource) =>
      calls
        .filter(([method]) => !supported[method]?.includes(resource))
        .map(([method, call]) => [method, resource, call] as const),
    );
    it.each(unsupported)(
      'refuses to %s %s and says what is allowed',
      async (method, resource, call) => {
        const { total } = await everything(resource, RESOURCES[resource].filters[0]);
        const error: HttpError = await call(resource).then(
          () => expect.fail('It was allowed.'),
          (reason) => reason,
        );
        expect(error).toMatchObject({
          status: 405,
          message: expect.stringContaining('is not allowed here. Allowed: GET'),
          body: { type: 'urn:clientele:problem:method-not-allowed', status: 405 },
        });
        const changes = method !== 'create' && decided.includes(resource);
        expect(header('Allow')).toBe(changes ? 'GET, PUT' : 'GET');
        const after = await everything(resource, RESOURCES[resource].filters[0]);
        expect(after.total).toBe(total);
      },
    );
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});

function page(params: { filter?: object; page?: number; perPage?: number }) {
  const { filter = {}, page = 1, perPage = 1000 } = params;
  return {
    filter,
    pagination: { page, perPage },
    sort: { field: 'id', order: 'ASC' },
  } satisfies GetListParams;
}

/** What a list is not found without, beside the client. */
const NEEDED: Partial<Record<ResourceName, object>> = {
  statistics: { groupBy: 'total' },
  previews: { kind: 'bonus', amount: '12.5' },
};

const unknownIds = (resource: ResourceName) =>
  resource === 'clients' ? [999, '998'] : ['999-9', '999:total::::total', 'x', ''];

const sorted = (records: RaRecord[]) =>
  records.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
