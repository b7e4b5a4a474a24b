import type { CellValue } from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { Statement } from '../../schema/statements.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { HOSTS, NOW, openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { fillLedger, listAll, wallClock } from './ledger-rows.ts';
import { readExport, unescaped } from './read-workbook.ts';

const ALL_COLUMNS = [
  'occurredAt',
  'credit',
  'debit',
  'amount',
  'purpose',
  'comment',
  'balanceAfter',
  'currency',
  'kind',
  'mailing',
  'messages',
  'parts',
  'clientId',
  'id',
  'actor',
  'reversesId',
] as const satisfies (keyof Transaction)[];

const MONEY: ReadonlySet<string> = new Set(['credit', 'debit', 'amount', 'balanceAfter']);

/** What a record looks like in cells: dates and amounts are numbers, all else is text. */
const cellsOf = (record: Transaction, zone: string) =>
  ALL_COLUMNS.map((name) => {
    const value = record[name];
    if (value === null) return undefined;
    if (name === 'occurredAt') return wallClock(record.occurredAt, zone);
    if (name === 'messages' || name === 'parts') return value;
    if (!MONEY.has(name)) return String(value);
    // As many digits as a spreadsheet keeps: more stay text.
    const short = String(value).replace(/\.?0+$/, '');
    return short.replace(/\D|^-?0\.0*/g, '').length > 15 ? short : Number.parseFloat(short);
  });

/** The same of a row that was read, to as many places as it can have. */
const readCells = (row: CellValue[]) =>
  ALL_COLUMNS.map((name, index) => {
    const value = row[index];
    if (value === undefined || value === null) return undefined;
    if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
    if (typeof value === 'string') {
      return MONEY.has(name) ? value.replace(/\.?0+$/, '') : unescaped(value);
    }
    return value;
  });

describe.each(HOSTS)('exported transactions on %s', (name) => {
  let host: TestHost;
  let client: Client;
  beforeAll(async () => {
    host = await openHost(name);
    client = await newClient(host.app, { company: 'Їжак / "Жук" & Co' });
    await fillLedger(host.db, client.id, 2_501);
  });
  afterAll(() => host.close());

  const fetchFile = async (query: Record<string, unknown>) => {
    const search = Object.entries(query).map(([key, value]) => [key, JSON.stringify(value)]);
    return host.app.request(`/api/transactions.xlsx?${new URLSearchParams(search)}`);
  };
  const download = async (filter: object, rest: object = {}) => {
    const response = await fetchFile({ filter, ...rest });
    expect(response.status).toBe(200);
    return readExport(await response.arrayBuffer());
  };

  it.each([
    ['a whole ledger', {}, ['id', 'ASC']],
    ['newest first', {}, ['occurredAt', 'DESC']],
    ['a period', { from: '2026-10-25', to: '2026-11-10' }, ['seq', 'DESC']],
    ['a kind', { kind: 'top_up' }, ['seq', 'ASC']],
    ['kinds of a period', { kind: ['fee', 'bonus'], from: '2026-10-26' }, ['kind', 'ASC']],
    ['large amounts', { amount_gte: '100', amount_lt: '900.5' }, ['amount', 'DESC']],
    ['a mailing', { mailing: 'осінь-3', to: '2026-11-01' }, ['clientId', 'ASC']],
    ['somebody', { actor_neq: 'tester 1' }, ['actor', 'ASC']],
    ['chosen rows', { id: ['1-7', '1-3', '9-9'] }, ['id', 'ASC']],
  ] as const)('FIN-6 have every cell as the API answers it: %s', async (_, filter, order) => {
    const sort = [...order] as [string, 'ASC' | 'DESC'];
    const whole = { clientId: client.id, ...filter };
    const records = await listAll(host.app, whole, sort);
    expect(records.length).toBeGreaterThan(0);
    const { rows } = await download(whole, { sort, columns: ALL_COLUMNS });
    expect(rows.map(readCells)).toEqual(records.map((record) => cellsOf(record, 'Europe/Kyiv')));
  });

  it('FIN-6 have the columns of the page, typed and formatted', async () => {
    const { titles, rows, sheet } = await download({ clientId: client.id, to: '2026-10-25' });
    expect(titles).toEqual([
      'Date',
      'Credit, EUR',
      'Debit, EUR',
      'Purpose',
      'Comment',
      'Balance after, EUR',
    ]);
    const [first] = rows;
    expect(first).toEqual([
      new Date('2026-10-24T23:00:00Z'),
      undefined,
      1.000001,
      'Top-up',
      'Рахунок № 1',
      1.000001,
    ]);
    const cells = [1, 3, 4, 6].map((column) => sheet.getCell(10, column).numFmt);
    expect(cells).toEqual(['yyyy-mm-dd hh:mm:ss', '#,##0.00####', '@', '#,##0.00####']);
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 9 }]);
  });

  it('FIN-9 explain the period: opening + debit - credit = closing', async () => {
    const filter = { clientId: client.id, from: '2026-10-26', to: '2026-11-02' };
    const { header, closing, rows } = await download(filter);
    const [statement] = (await list<Statement>(host.app, 'statements', filter)).rows;
    expect(header).toEqual({
      Client: `${client.id} / ${client.login} / Їжак / "Жук" & Co`,
      Period: '2026-10-26 - 2026-11-02',
      'Time zone': 'Europe/Kyiv',
      Filter: 'none',
      'Opening balance, EUR': Number.parseFloat(statement?.opening ?? ''),
      'Closing balance, EUR': Number.parseFloat(statement?.closing ?? ''),
      Made: new Date(`${wallClock(NOW.toISOString(), 'Europe/Kyiv').replace(' ', 'T')}Z`),
    });
    expect(rows).toHaveLength(statement?.transactions ?? -1);
    expect(closing).toEqual([
      'Total',
      Number.parseFloat(statement?.credit ?? ''),
      Number.parseFloat(statement?.debit ?? ''),
    ]);
  });

  it('add up just the rows that the filter finds, and name the filter', async () => {
    const filter = {
      clientId: client.id,
      kind: ['fee', 'bonus'],
      amount_gte: '-100',
      to: '2026-11-30',
    };
    const { header, closing } = await download(filter, {
      columns: ['kind', 'amount', 'debit', 'id'],
    });
    expect(header).toMatchObject({
      Period: 'up to 2026-11-30',
      Filter: 'kind is one of fee, bonus; amount from -100',
    });
    const { rows } = await sql<{ amount: string; debit: string }>`
      select sum(amount) as amount, sum(greatest(amount, 0)) as debit from transactions
      where client_id = ${client.id} and kind in ('fee', 'bonus') and amount >= -100
        and occurred_at < '2026-11-30T22:00:00Z'`.execute(host.db);
    expect(closing).toEqual([
      'Total',
      Number.parseFloat(rows[0]?.amount ?? ''),
      Number.parseFloat(rows[0]?.debit ?? ''),
    ]);
  });

  it('are a file with titles and zeros when nothing is found', async () => {
    const filter = { clientId: client.id, from: '2020-01-01', to: '2020-01-31' };
    const { header, titles, rows, closing } = await download(filter);
    expect(header).toMatchObject({ 'Opening balance, EUR': 0, 'Closing balance, EUR': 0 });
    expect(titles).toHaveLength(6);
    expect(rows).toEqual([]);
    expect(closing).toEqual(['Total', 0, 0]);
  });

  it('keep to the days and the clock of the client where daylight saving begins and ends', async () => {
    const { id } = await newClient(host.app, { timeZone: 'America/New_York' });
    // Four hours around the end of daylight saving, at 06:00 UTC: the hour from one comes twice.
    await fillLedger(host.db, id, 16, { start: '2026-11-01T03:30:00Z', minutes: 30 });
    const day = await download({ clientId: id, from: '2026-11-01', to: '2026-11-01' });
    const clocks = day.rows.map(([date]) => (date as Date).toISOString().slice(11, 16));
    expect(clocks).toEqual(
      ['00:00', '00:30', '01:00', '01:30', '01:00', '01:30', '02:00']
        .flatMap((time) => [time, time])
        .concat('02:30')
        .slice(0, day.rows.length),
    );
    expect(day.header['Time zone']).toBe('America/New_York');
    expect((await download({ clientId: id, to: '2026-10-31' })).rows).toHaveLength(1);
  });

  it('keep every digit of big amounts', async () => {
    const { id } = await newClient(host.app);
    const topUp = async (amount: string) => {
      const body = {
        clientId: id,
        kind: 'top_up',
        amount,
        idempotencyKey: `big-${name}-${amount}`,
      };
      expect((await send(host.app, 'POST', '/api/transactions', body)).status).toBe(201);
    };
    await topUp('9999999999999');
    await topUp('0.000001');
    await topUp('123456789.123456');
    const { rows, closing } = await download({ clientId: id });
    expect(rows.map((row) => [row[2], row[5]])).toEqual([
      [9999999999999, 9999999999999],
      [0.000001, '9999999999999.000001'],
      [123456789.123456, '10000123456788.123457'],
    ]);
    expect(closing).toEqual(['Total', 0, '10000123456788.123457']);
  });

  describe('of several clients', () => {
    let dollars: Client;
    beforeAll(async () => {
      dollars = await newClient(host.app, { currency: 'USD', timeZone: 'America/New_York' });
      await fillLedger(host.db, dollars.id, 50);
    });

    it.each([[['id', 'ASC']], [['occurredAt', 'DESC']], [['kind', 'ASC']]] as [
      [string, 'ASC' | 'DESC'],
    ][])('say whose each row is, sorted by %j', async (sort) => {
      const filter = { kind: ['top_up', 'fee'] };
      const { header, titles, rows, closing } = await download(filter, { sort });
      expect(titles).toEqual([
        'Client ID',
        'Date',
        'Credit',
        'Debit',
        'Purpose',
        'Comment',
        'Balance after',
        'Currency',
      ]);
      const records = await listAll(host.app, filter, sort);
      expect(rows.map(([id, , , , , , , currency]) => [id, currency])).toEqual(
        records.map(({ clientId, currency }) => [String(clientId), currency]),
      );
      expect(header).toMatchObject({ Client: 'all', 'Time zone': 'UTC' });
      expect(closing).toEqual(['No total: several currencies']);
    });

    it('are added up when they have one currency', async () => {
      const filter = { clientId: [client.id], kind: 'bonus' };
      const { header, closing } = await download(filter);
      expect(header).toMatchObject({
        Client: 'several',
        Filter: `clientId is one of ${client.id}; kind is bonus`,
      });
      const { rows } = await sql<{ debit: string }>`select sum(amount) as debit from transactions
        where client_id = ${client.id} and kind = 'bonus'`.execute(host.db);
      expect(closing).toEqual(['Total', undefined, 0, Number.parseFloat(rows[0]?.debit ?? '')]);
    });
  });

  it('have a file name in any letters, with another one for old programs', async () => {
    const filter = { clientId: client.id, from: '2026-11-01', to: '2026-11-02' };
    const response = await fetchFile({ filter });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition':
        `attachment; filename="Transactions ${client.id} 2026-11-01 - 2026-11-02 ____ ___ & Co.xlsx"; ` +
        `filename*=UTF-8''${encodeURIComponent(`Transactions ${client.id} 2026-11-01 - 2026-11-02 Їжак Жук & Co.xlsx`)}`,
      'cache-control': 'no-store',
    });
    await response.body?.cancel();
  });

  it.each([
    [{ filter: { color: 'red' } }, 'Unknown filter "color". Allowed: from, to, id, clientId'],
    [{ filter: { from: 'May' } }, 'Bad filter: from: must be a calendar date'],
    [
      { filter: { from: '2026-02-01', to: '2026-01-01' } },
      'from 2026-02-01 is after to 2026-01-01',
    ],
    [{ sort: ['color', 'ASC'] }, 'Cannot sort transactions by "color". Allowed: id, clientId'],
    [
      { sort: ['mailing', 'ASC'] },
      'An export cannot be sorted by "mailing". Allowed: id, clientId, seq, occurredAt',
    ],
    [{ columns: ['debit', 'color'] }, 'Unknown column "color". Allowed: occurredAt, credit, debit'],
    [{ columns: ['debit', 'debit'] }, 'The column "debit" comes twice.'],
    [{ columns: ['constructor'] }, 'Unknown column "constructor".'],
    [{ columns: [] }, '"columns" must be a list such as'],
    [{ columns: 'debit' }, '"columns" must be a list such as'],
    [{ range: [0, 9] }, 'Unknown parameter "range". Allowed: filter, sort, columns.'],
  ])('refuse what they cannot do, and say what they can: %j', async (query, message) => {
    const response = await fetchFile(query);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { message: string }).message).toContain(message);
  });

  it('answer 404 for a client that there is not', async () => {
    const response = await fetchFile({ filter: { clientId: 999_999 } });
    expect(response.status).toBe(404);
  });

  it('are in the audit log', async () => {
    await download({ clientId: client.id, kind: 'top_up' }, { columns: ['debit'] });
    const { rows } = await list(
      host.app,
      'audit',
      { clientId: client.id, resource: 'exports' },
      ['at', 'DESC'],
      [0, 0],
    );
    expect(rows).toMatchObject([
      {
        actor: 'tester',
        action: 'create',
        recordId: 'transactions.xlsx',
        after: {
          resource: 'transactions',
          filter: { clientId: client.id, kind: 'top_up' },
          columns: ['debit'],
          total: 501,
        },
      },
    ]);
  });

  it('log no error on the way', () => {
    expect(host.logged).toEqual([]);
  });
});
