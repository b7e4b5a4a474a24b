import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { DatabaseUnusable } from './migrate.ts';

/** What the server only ever adds to: its role gets no right to change or delete a row. */
const APPEND_ONLY = ['transactions', 'creditLimits', 'audit'] as const;

/** What migrations write. */
const READ_ONLY = ['operators', 'countries', 'schemaMigrations'] as const;

const CHANGED = [
  'clients',
  'clientAccounts',
  'clientCounter',
  'topUpRequests',
  'idempotencyKeys',
  'notices',
  'exports',
  'exportChunks',
  'messages',
  'earlyReceipts',
  'messageStatistics',
  'senderNames',
] as const;

type Granted = (typeof APPEND_ONLY)[number] | (typeof READ_ONLY)[number] | (typeof CHANGED)[number];

/**
 * Gives a role just the rights that the server needs, and takes away any other it has on the
 * tables: ledger, limits and audit log can be read and added to, not changed. The owner of the
 * tables keeps the migrations.
 *
 * @throws DatabaseUnusable when there is no such role
 * @example await grantServerRights(db, 'clientele_app')
 */
export async function grantServerRights(db: Kysely<Database>, role: string): Promise<void> {
  const { rows } = await sql<{ owner: boolean }>`
    select pg_has_role(${role}, c.relowner, 'member') as owner
    from pg_class c, pg_roles r
    where c.oid = 'transactions'::regclass and r.rolname = ${role}`.execute(db);
  if (!rows[0]) throw new DatabaseUnusable(`There is no role ${role}.`);
  if (rows[0].owner) {
    throw new DatabaseUnusable(
      `The role ${role} owns the tables, so it may do everything with them. ` +
        'Let the server use another role.',
    );
  }
  const to = sql.id(role);
  await db.transaction().execute(async (trx) => {
    await sql`revoke all on ${tables(APPEND_ONLY, READ_ONLY, CHANGED)} from ${to}`.execute(trx);
    await sql`grant select, insert on ${tables(APPEND_ONLY)} to ${to}`.execute(trx);
    await sql`grant select on ${tables(READ_ONLY)} to ${to}`.execute(trx);
    await sql`grant select, insert, update, delete on ${tables(CHANGED)} to ${to}`.execute(trx);
  });
}

const tables = (...lists: (readonly Granted[])[]): RawBuilder<unknown> =>
  sql.join(lists.flat().map((table) => sql.table(table)));
