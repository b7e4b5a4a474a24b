import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import type { Client } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countAll, inOrder, matches, readPage } from '../rest/list-query.ts';
import { selectClients, type ClientTables } from './client-record.ts';

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
  },
  params,
  key: ['c.clientId'],
};

export type ClientListRequest = ListRequest<z.infer<typeof params>>;

/**
 * A page of clients. The page's keys are found first, over indexes alone, and only they are
 * joined to the wide rows: jumping to page 50,000 reads no rows that are not shown.
 */
export function listClients(
  db: Kysely<Database>,
  request: ClientListRequest,
): Promise<Page<Client>> {
  const found = matches(request.conditions);
  const search = searchOf(request.params.q);
  const filtered = <O>(query: SelectQueryBuilder<ClientTables, 'c' | 'a', O>) =>
    query.where(found).$if(search !== null, (matching) => matching.where(search!.matching));

  return readPage(db, request, {
    count: async (snapshot) => {
      if (!search && request.conditions.length === 0) return countOfClients(snapshot);
      const { total } = await filtered(clientTables(snapshot))
        .select(countAll)
        .executeTakeFirstOrThrow();
      return total;
    },
    rows: (snapshot, offset, limit) => {
      const ordered = <O>(query: SelectQueryBuilder<ClientTables, 'c' | 'a', O>) =>
        inOrder(
          // Who types a whole ID or login means that client, whatever the list is sorted by.
          search ? query.orderBy(search.exact, 'desc') : query,
          clientList,
          request.sort,
        );
      const keys = ordered(filtered(clientTables(snapshot)))
        .select('c.clientId')
        .offset(offset)
        .limit(limit);
      return ordered(selectClients(snapshot).where('c.clientId', 'in', keys)).execute();
    },
  });
}

function clientTables(db: Kysely<Database>) {
  return db.selectFrom('clients as c').innerJoin('clientAccounts as a', 'a.clientId', 'c.clientId');
}

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
  // Phone numbers are stored as digits, however people type them.
  const term = /^\+?[\d\s()-]+$/.test(typed) ? typed.replace(/\D/g, '') || typed : typed;
  const escaped = term.replace(/[\\%_]/g, '\\$&');
  const pattern = term.length < 3 ? `% ${escaped}%` : `%${escaped}%`;
  return {
    matching: sql<boolean>`c.search_text like lower(${pattern}::text collate "und-x-icu")`,
    exact: sql<boolean>`(c.client_id::text = ${term} or c.login = ${term})`,
  };
}
