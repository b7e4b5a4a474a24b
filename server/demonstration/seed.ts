import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { demonstration } from './demonstration.ts';
import { CLIENTS } from './roles.ts';
import { storeAccounts, storeLimits, storeSettings } from './store/accounts.ts';
import { insertRows } from './store/json-rows.ts';
import { storeLedgers } from './store/ledger.ts';
import { storeMessages, storePastDays } from './store/messages.ts';
import { gatherMovements } from './store/movements.ts';

export interface SeedOptions {
  /** The present of the demonstration: nothing in it is later. */
  now: Date;
  /** Told what is being done, a line at a time. */
  progress: (line: string) => void;
}

/**
 * Fills an empty database with a demonstration: 2,000 clients, a year of statistics and ledgers
 * that agree with each other, a month of messages. All or nothing; what it makes depends on `now`
 * only. Answers false, and changes nothing, when the database has a client already.
 *
 * @example await seedDemonstration(db, { now: new Date(), progress: console.log })
 */
export async function seedDemonstration(
  db: Kysely<Database>,
  { now, progress }: SeedOptions,
): Promise<boolean> {
  // Nobody of a database in use shall wait for the lock.
  if (await hasClients(db)) return false;
  const seeded = await db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = 0`.execute(trx);
    // Whoever creates a client meanwhile waits, and so does another seed.
    await sql`lock table clients in access exclusive mode`.execute(trx);
    if (await hasClients(trx)) return false;
    await store(trx, calendarOf(now), progress);
    return true;
  });
  // Without it the planner would take every table for a small one.
  if (seeded) await sql`analyze ${sql.join(FILLED.map((table) => sql.table(table)))}`.execute(db);
  return seeded;
}

async function hasClients(db: Kysely<Database>): Promise<boolean> {
  return Boolean(await db.selectFrom('clients').select('clientId').limit(1).executeTakeFirst());
}

const FILLED = [
  'clients',
  'clientAccounts',
  'transactions',
  'creditLimits',
  'messages',
  'messageStatistics',
  'senderNames',
] as const satisfies readonly (keyof Database)[];

async function store(
  trx: Transaction<Database>,
  calendar: Calendar,
  progress: SeedOptions['progress'],
): Promise<void> {
  progress(`Seeding ${CLIENTS.toLocaleString('en')} clients ...`);
  const made = demonstration(calendar);
  await insertRows(trx, 'clients', made.clients);
  // Ids were given, so the next one must be told.
  await sql`alter table clients alter column client_id restart with
    ${sql.lit(CLIENTS + 1)}`.execute(trx);
  await insertRows(trx, 'senderNames', made.senderNames);
  progress(`Seeding ${made.messages.length.toLocaleString('en')} messages of the last month ...`);
  await storeMessages(trx, made.messages);
  progress(`Seeding a year of statistics ...`);
  await storePastDays(trx, made.pastDays);
  progress(`Seeding the ledgers ...`);
  await gatherMovements(trx, made.entries, calendar);
  await storeLedgers(trx);
  await storeAccounts(trx);
  await storeLimits(trx, made.limits);
  await storeSettings(trx, made.settings);
}
