import { sql, type Kysely } from 'kysely';
import { clientProfile, type Client } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';

/** The settings of the profile that stand beside the money, because charging reads them. */
export const ACCOUNT_FIELDS = [
  'chargingPolicy',
  'lowBalanceWarning',
  'lowBalanceCritical',
] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

type ProfileField = Exclude<keyof typeof clientProfile.shape, AccountField>;

/** The profile's columns have the names of the record's fields. */
const PROFILE_FIELDS = Object.keys(clientProfile.shape).filter(
  (field): field is ProfileField => !ACCOUNT_FIELDS.some((name) => name === field),
);

/** Clients as the API answers them; what holds at the moment is computed where the money is. */
export function selectClients(db: Kysely<Database>) {
  return db
    .selectFrom('clients as c')
    .innerJoin('clientAccounts as a', 'a.clientId', 'c.clientId')
    .select(['c.clientId as id', ...PROFILE_FIELDS.map((field) => `c.${field}` as const)])
    .select(ACCOUNT_FIELDS.map((field) => `a.${field}` as const))
    .select([
      'a.balance',
      sql<string>`credit_limit_now(a)`.as('creditLimit'),
      sql<string | null>`case
        when a.credit_limit_expires_at > greatest(a.last_transaction_at, now())
        then a.credit_limit_expires_at end`.as('creditLimitExpiresAt'),
      'a.reserved',
      sql<string>`available_now(a)`.as('available'),
      'a.lowBalanceLevel',
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
