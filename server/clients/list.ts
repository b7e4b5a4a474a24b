import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import type { Client } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { selectClients } from './client-record.ts';

const params = z.strictObject({
  /** Searches ID, login, company and name. */
  q: z.string().max(200).optional(),
});

export const clientList: ListDefinition<typeof params.shape> = {
  resource: 'clients',
  fields: {
    id: { type: 'integer', column: 'c.clientId' },
    login: { type: 'text', column: 'c.login' },
    company: { type: 'text', column: 'c.company' },
    name: { type: 'text', column: 'c.name' },
    email: { type: 'text', column: 'c.email' },
    site: { type: 'text', column: 'c.site' },
    country: { type: 'text', column: 'c.country' },
    channel: { type: 'text', column: 'c.channel' },
    currency: { type: 'text', column: 'c.currency' },
    smsPrice: { type: 'decimal', column: 'c.smsPrice' },
    smsSubscription: { type: 'boolean', column: 'c.smsSubscription' },
    status: { type: 'text', column: 'c.status' },
    activation: { type: 'text', column: 'c.activation' },
    managerId: { type: 'text', column: 'c.managerId' },
    registeredAt: { type: 'instant', column: 'c.registeredAt' },
    lastLoginAt: { type: 'instant', column: 'c.lastLoginAt' },
    balance: { type: 'decimal', column: 'a.balance' },
    creditLimit: { type: 'decimal', column: 'a.creditLimit' },
    lowBalanceLevel: { type: 'text', column: 'a.lowBalanceLevel' },
  },
  params,
  key: ['c.clientId'],
};

type Request = ListRequest<z.infer<typeof params>>;

/**
 * A page of clients. The page's keys are found first, over indexes alone and only in the tables
 * that the filter and the order need; only these keys are joined to the wide rows. So jumping to
 * page 50,000 reads no rows that are not shown.
 */
export function listClients(db: Kysely<Database>, request: Request): Promise<Page<Client>> {
  const { conditions, params, sort } = request;
  const search = searchOf(params.q);
  const found = search
    ? sql<boolean>`${search.matching} and ${matches(conditions)}`
    : matches(conditions);
  const filterColumns = [...conditions.map(({ column }) => column), ...(search ? ['c.'] : [])];
  const sortColumn = clientList.fields[sort.field]?.column ?? 'c.clientId';
  /** Who types a whole ID or login means that client, whatever the list is sorted by. */
  const exactFirst = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    search ? query.orderBy(search.exact, 'desc') : query;

  return readPage(db, request, {
    count: (snapshot) =>
      filterColumns.length === 0
        ? countOfClients(snapshot)
        : countWhere(clientKeys(snapshot, filterColumns), found),
    rows: (snapshot, offset, limit) => {
      const columns = [...filterColumns, sortColumn];
      const keys = columns.every(isAccount)
        ? inOrder(accountKeys(snapshot).where(found), { ...clientList, key: ['a.clientId'] }, sort)
            .offset(offset)
            .limit(limit)
        : inOrder(exactFirst(clientKeys(snapshot, columns).where(found)), clientList, sort)
            .offset(offset)
            .limit(limit);
      const rows = selectClients(snapshot).where('c.clientId', 'in', keys);
      return inOrder(exactFirst(rows), clientList, sort).execute();
    },
  });
}

const isAccount = (column: string) => column.startsWith('a.');

const accountKeys = (db: Kysely<Database>) =>
  db.selectFrom('clientAccounts as a').select('a.clientId');

/** The clients' ids, with their accounts at hand when one of the columns is there. */
const clientKeys = (db: Kysely<Database>, columns: readonly string[]) =>
  db
    .selectFrom('clients as c')
    .select('c.clientId')
    .$if(columns.some(isAccount), (query) =>
      query.innerJoin('clientAccounts as a', 'a.clientId', 'c.clientId'),
    );

/** Counting a million clients takes long, so creating and deleting one keeps the number. */
async function countOfClients(db: Kysely<Database>): Promise<number> {
  const { clients } = await db
    .selectFrom('clientCounter')
    .select('clients')
    .executeTakeFirstOrThrow();
  return clients;
}

interface Search {
  matching: RawBuilder<boolean>;
  exact: RawBuilder<boolean>;
}

/**
 * Three characters and more are found anywhere in the text; one or two only at the beginning of
 * a word, which the same trigram index answers because the searched text begins with a space.
 */
function searchOf(q: string | undefined): Search | null {
  const typed = q?.trim().replaceAll('\0', '') ?? '';
  if (typed === '') return null;
  // Logins are stored as digits, however people type them; a name may have "24-7" in it.
  const digits = /^\+?[\d\s()-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
  const terms = [...new Set([typed, digits])].filter((term) => term !== '');
  return {
    matching: sql<boolean>`(${sql.join(terms.map(matching), sql` or `)})`,
    exact: sql<boolean>`(c.client_id::text = any(${terms}) or c.login = any(${terms}))`,
  };
}

function matching(term: string): RawBuilder<boolean> {
  const escaped = term.replace(/[\\%_]/g, '\\$&');
  const pattern = term.length < 3 ? `% ${escaped}%` : `%${escaped}%`;
  // The index compares bytes ("C"); another collation here would keep it from being used.
  return sql`c.search_text like lower(${pattern}::text collate "und-x-icu") collate "C"`;
}
