import { sql } from 'kysely';
import type { Money } from '../../schema/money.ts';
import type { Scope } from '../environment.ts';
import type { RowSource } from '../exports/read-rows.ts';
import type { HeaderLine } from '../exports/workbook.ts';
import { countWhere, matches } from '../rest/list-query.ts';
import { periodBounds, within } from '../rest/period-filter.ts';
import { notFound } from '../rest/problem.ts';
import { numberedIdMatches } from '../rest/record-id-filter.ts';
import { edges } from '../statements/statement.ts';
import { USUAL_COLUMNS, USUAL_COLUMNS_OF_SEVERAL } from './export-columns.ts';
import { transactionList, type TransactionListRequest } from './list.ts';

/** The rows of an export and what its file says of them. */
export interface ExportedLedger {
  /** Whose it is, in words. */
  client: string;
  zone: string;
  /** null when the rows may have several. */
  currency: string | null;
  balances: HeaderLine[];
  usualColumns: readonly (typeof USUAL_COLUMNS_OF_SEVERAL)[number][];
  fileWords: (period: string) => string[];
  total: number;
  source: RowSource;
}

const ROWS = {
  from: sql`transactions t`,
  join: sql`join clients c on c.client_id = t.client_id`,
  unit: sql<string>`c.currency`,
};

/**
 * Rows of one client. They are numbered in the order of time and never change, so the numbers at
 * the period's ends fix once which rows belong to it: balances, total and rows agree, whatever is
 * posted meanwhile.
 */
export async function ledgerOfClient(
  { db, reportingTimeZone }: Scope,
  clientId: number,
  { conditions, params, sort }: TransactionListRequest,
): Promise<ExportedLedger> {
  const client = await db
    .selectFrom('clients')
    .select(['login', 'company', 'currency', 'timeZone'])
    .where('clientId', '=', clientId)
    .executeTakeFirst();
  if (!client) throw notFound('client', clientId);
  const bounds = await periodBounds(db, params, clientId, reportingTimeZone);
  const { rows } = await sql<Ends>`
    with ${edges(clientId, bounds)}
    select first.seq as after, last.seq as until,
      first.balance_after as opening, last.balance_after as closing
    from first cross join last`.execute(db);
  const ends = rows[0] ?? NOTHING;
  const found = sql<boolean>`t.seq > ${ends.after} and t.seq <= ${ends.until} and
    ${matches(conditions)} and ${numberedIdMatches(params.id, 't.clientId', 't.seq')}`;
  const { login, company, currency, timeZone } = client;
  const balance = (label: string, value: Money): HeaderLine => ({
    label: `${label}, ${currency}`,
    value,
    type: 'money',
  });
  const wholePeriod = conditions.length === 1 && !params.id;
  const inTime = ['id', 'clientId', 'seq', 'occurredAt'].includes(sort.field);
  const column = transactionList.fields[sort.field]?.column;
  return {
    client: [clientId, login, company].filter((word) => word !== '').join(' / '),
    zone: timeZone,
    currency,
    balances: [balance('Opening balance', ends.opening), balance('Closing balance', ends.closing)],
    usualColumns: USUAL_COLUMNS,
    fileWords: (period) => [String(clientId), period, company],
    total: wholePeriod
      ? ends.until - ends.after
      : await countWhere(db.selectFrom('transactions as t'), found),
    source: {
      ...ROWS,
      found,
      order: [...(inTime || !column ? [] : [column]), 't.seq'],
      direction: sort.order,
      indexed: inTime,
    },
  };
}

/** A client's rows before and within a period: their numbers and the balances after them. */
interface Ends {
  after: number;
  until: number;
  opening: Money;
  closing: Money;
}
const NOTHING: Ends = { after: 0, until: 0, opening: '0', closing: '0' };

/**
 * Rows of any clients, up to this moment. Their days are those of the installation, and only their
 * own columns say in which currency each is.
 */
export async function ledgerOfSeveral(
  { db, reportingTimeZone }: Scope,
  { conditions, params, sort }: TransactionListRequest,
): Promise<ExportedLedger> {
  const bounds = await periodBounds(db, params, undefined, reportingTimeZone);
  const now = await sql<{ now: string }>`select now() as now`.execute(db);
  const found = sql<boolean>`${matches(conditions)} and ${within('t.occurredAt', bounds)} and
    t.occurred_at <= ${now.rows[0]?.now} and
    ${numberedIdMatches(params.id, 't.clientId', 't.seq')}`;
  const column = transactionList.fields[sort.field]?.column;
  const clients = conditions.find(
    ({ field, operator }) => field === 'clientId' && operator === 'in',
  );
  return {
    client: clients ? 'several' : 'all',
    zone: reportingTimeZone,
    currency: null,
    balances: [],
    usualColumns: USUAL_COLUMNS_OF_SEVERAL,
    fileWords: (period) => [period],
    total: await countWhere(db.selectFrom('transactions as t'), found),
    source: {
      ...ROWS,
      found,
      order: [...new Set([...(column ? [column] : []), ...transactionList.key])],
      direction: sort.order,
      indexed: column === 't.clientId',
    },
  };
}
