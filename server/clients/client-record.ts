import { sql, type Kysely } from 'kysely';
import { clientProfile, type Client } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';

/** The profile's columns have the names of the record's fields. */
const PROFILE_FIELDS = Object.keys(clientProfile.shape) as (keyof typeof clientProfile.shape)[];

/** Clients as the API answers them; `available` is computed where the money is. */
export function selectClients(db: Kysely<Database>) {
  return db
    .selectFrom('clients as c')
    .innerJoin('clientAccounts as a', 'a.clientId', 'c.clientId')
    .select(['c.clientId as id', ...PROFILE_FIELDS.map((field) => `c.${field}` as const)])
    .select([
      'a.balance',
      'a.creditLimit',
      'a.reserved',
      sql<string>`a.balance + a.credit_limit - a.reserved`.as('available'),
      'c.smsSubscriptionChangedAt',
      'c.smsSubscriptionChangedBy',
      'c.status',
      'c.activation',
      'c.loginAttempts',
      'c.loginAttemptsLimit',
      'c.registeredAt',
      'c.lastLoginAt',
      'c.version',
    ]);
}

/** One client, or undefined. */
export function findClient(db: Kysely<Database>, clientId: number): Promise<Client | undefined> {
  return selectClients(db).where('c.clientId', '=', clientId).executeTakeFirst();
}
