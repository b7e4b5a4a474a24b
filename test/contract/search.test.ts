import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { HOSTS, openHost, type TestHost } from '../support/hosts.ts';
import { list, send } from '../support/requests.ts';

/** Login, company, name; the ids count from 1. */
const CLIENTS: [login: string, company: string, name: string][] = [
  ['380501112233', 'Acme Trading', 'Anna Smith'],
  ['380501112234', 'ACME Logistics', 'Björn Ångström'],
  ['380671112233', 'Київстар Медіа', 'Олена Ґалаґан'],
  ['12125550100', 'Crème Brûlée SARL', 'Émile Zola'],
  ['4930123456', '100% Cotton', 'Under_score'],
  ['4930123457', '1000 Cotton', 'Underscore'],
  ['4930123458', 'Back\\slash', 'Quote "O\'Neil"'],
  ['4930123459', 'Taxi 24-7', 'Zoë (night)'],
  ['4930123460', '日本電信', 'ΑΘΗΝΑ'],
  ['380501112235', '380501112233 Fan Club', '12'],
  ['4930123461', 'Emoji 😀 Ltd', 'a+b'],
  ['4930123462', 'Small cats', 'smith'],
  ['5550100', 'Short number', 'Zed'],
];

describe.each(HOSTS)('LIST-4 searching clients on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name);
    for (const [login, company, name] of CLIENTS) {
      const body = { login, company, name, currency: 'EUR' };
      await send(host.app, 'POST', '/api/clients', body);
    }
  });
  afterAll(() => host.close());

  /** The ids found, and that the total counts them exactly. */
  const search = async (
    q: string,
    sort: [string, 'ASC' | 'DESC'] = ['id', 'ASC'],
    filter: object = {},
  ) => {
    const { rows, total } = await list<Client>(host.app, 'clients', { ...filter, q }, sort);
    expect(total).toBe(rows.length);
    return rows.map(({ id }) => id);
  };

  it.each([
    ['a part of a company', 'rading', [1]],
    ['a part of a name', 'gstr', [2]],
    ['a part of a login', '2555010', [4]],
    ['any case', 'aCmE', [1, 2]],
    ['several words', 'acme trading', [1]],
    ['Cyrillic in any case', 'КИЇВСТАР', [3]],
    ['letters of one language only', 'ґалаґ', [3]],
    ['accents in any case', 'CRÈME BRÛLÉE', [4]],
    ['accents at the beginning', 'émile', [4]],
    ['a ring and an umlaut', 'ÅNGSTRÖM', [2]],
    ['Greek', 'αθην', [9]],
    ['Chinese characters', '電信', []],
    ['three Chinese characters', '本電信', [9]],
    ['the beginning of a Chinese word', '日本', [9]],
    ['an emoji', '😀 Ltd', [11]],
    ['spaces around it', '   trading  ', [1]],
  ])('finds %s: %s', async (_what, q, ids) => {
    expect(await search(q)).toEqual(ids);
  });

  it.each([
    ['sm', [1, 12]],
    ['z', [4, 8, 13]],
    ['к', [3]],
    ['ol', []],
    ['Ö', []],
    ['É', [4]],
  ])('finds one or two characters only at the beginning of a word: %s', async (q, ids) => {
    expect(await search(q)).toEqual(ids);
  });

  it.each([
    ['100%', [5]],
    ['%', []],
    ['%%%', []],
    ['0% c', [5]],
    ['der_s', [5]],
    ['___', []],
    ['k\\s', [7]],
    ['\\\\\\', []],
    ['"O\'Neil"', [7]],
    ["' or 1=1 --", []],
    ['a+b', [11]],
    ['(night', [8]],
  ])('takes %s literally', async (q, ids) => {
    expect(await search(q)).toEqual(ids);
  });

  it.each([
    ['+380 (50) 111-22-33', [1, 10]],
    ['380 50 111 22 3', [1, 2, 10]],
    ['(050) 111-22', [1, 2, 10]],
    ['50 111-22', [1, 2, 10]],
    ['+1 212', [4]],
  ])('finds a login however the number is typed: %s', async (q, ids) => {
    expect(await search(q)).toEqual(ids);
  });

  it.each([
    ['24-7', [8]],
    ['taxi 24-7', [8]],
    ['1000', [6]],
    ['4-7', [8]],
    ['4 7', []],
  ])('finds digits and hyphens in names as they stand there: %s', async (q, ids) => {
    expect(await search(q)).toEqual(ids);
  });

  it.each([
    ['id', 'ASC'],
    ['id', 'DESC'],
    ['company', 'ASC'],
    ['company', 'DESC'],
    ['balance', 'ASC'],
    ['registeredAt', 'DESC'],
  ] as const)('puts an exact ID or login first, sorted by %s %s', async (field, order) => {
    // 1 and 12 begin words of others; 380501112233 is part of another company.
    expect((await search('1', [field, order]))[0]).toBe(1);
    expect((await search('12', [field, order]))[0]).toBe(12);
    expect((await search('380501112233', [field, order]))[0]).toBe(1);
    expect((await search('+380 (50) 111-22-33', [field, order]))[0]).toBe(1);
    expect((await search('5550100', [field, order]))[0]).toBe(13);
  });

  it('keeps the chosen order among the others', async () => {
    const ids = await search('4930', ['company', 'ASC']);
    expect(ids).toEqual([5, 6, 7, 11, 12, 8, 9]);
    expect(await search('4930', ['company', 'DESC'])).toEqual(ids.toReversed());
  });

  it('pages through what it finds, and says how much that is', async () => {
    const pages = [];
    for (const range of [
      [0, 2],
      [3, 5],
      [6, 8],
    ] as [number, number][]) {
      const page = await list<Client>(host.app, 'clients', { q: '4930' }, ['id', 'DESC'], range);
      expect(page.total).toBe(7);
      pages.push(...page.rows.map(({ id }) => id));
    }
    expect(pages).toEqual([12, 11, 9, 8, 7, 6, 5]);
  });

  it('combines with filters', async () => {
    expect(await search('acme', ['id', 'ASC'], { name: 'Anna Smith' })).toEqual([1]);
    expect(await search('acme', ['id', 'ASC'], { balance_gt: 0 })).toEqual([]);
  });

  it.each(['nobody', '999999999999', 'Acme  Trading', 'ACMEE'])(
    'finds nothing for %s',
    async (q) => {
      expect(await search(q)).toEqual([]);
    },
  );

  it.each(['', '   '])('finds everybody when nothing is typed: "%s"', async (q) => {
    expect(await search(q)).toHaveLength(CLIENTS.length);
  });

  it('follows a change of the name at once', async () => {
    await send(host.app, 'PUT', '/api/clients/13', { company: 'Перейменована' });
    expect(await search('ПЕРЕЙМЕН')).toEqual([13]);
    expect(await search('short number')).toEqual([]);
  });

  it('logs no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
