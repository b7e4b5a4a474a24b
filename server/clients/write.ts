import { sql, type Transaction } from 'kysely';
import type { Client, ClientCreate, ClientUpdate } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';
import { differs, recordChange } from '../audit/record.ts';
import { sqlState } from '../databases/database-problem.ts';
import type { Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { conflict, invalid } from '../rest/problem.ts';
import { lockAccounts } from './lock.ts';
import { ACCOUNT_FIELDS, findClient, type AccountField } from './client-record.ts';

/** Creates a client with an empty account. */
export function createClient(scope: Scope, profile: ClientCreate): Promise<Client> {
  const { db, actor, reportingTimeZone } = scope;
  const [account, rest] = splitAccount(profile);
  return writing(() =>
    db.transaction().execute(async (trx) => {
      const { clientId } = await trx
        .insertInto('clients')
        .values({ ...rest, timeZone: profile.timeZone ?? reportingTimeZone })
        .returning('clientId')
        .executeTakeFirstOrThrow();
      await trx.insertInto('clientAccounts').values({ clientId }).execute();
      await updateAccount(trx, clientId, account);
      await addToCounter(trx, 1);
      const after = existing(await findClient(trx, clientId));
      await recordChange(trx, { ...change(actor, after), action: 'create', after });
      return after;
    }),
  );
}

/** Changes a profile; the account, the state and the counters stay as they are. */
export function updateClient(
  { db, actor, clock }: Scope,
  clientId: number,
  { version, ...changes }: ClientUpdate,
): Promise<Client | undefined> {
  const [account, profile] = splitAccount(changes);
  return writing(() =>
    db.transaction().execute(async (trx) => {
      const before = await lockedClient(trx, clientId);
      if (!before) return undefined;
      if (version !== undefined && version !== before.version) {
        throw conflict(
          `Somebody changed this client meanwhile: version ${version} became ${before.version}.`,
        );
      }
      if (!differs(before, changes)) return before;
      await refuseCurrencyChange(trx, before, changes.currency);
      const consentChanged =
        changes.smsSubscription !== undefined && changes.smsSubscription !== before.smsSubscription;
      await trx
        .updateTable('clients')
        .set({
          ...profile,
          ...(consentChanged && {
            smsSubscriptionChangedAt: clock().toISOString(),
            smsSubscriptionChangedBy: actor,
          }),
          version: before.version + 1,
        })
        .where('clientId', '=', clientId)
        .execute();
      await updateAccount(trx, clientId, account);
      const after = existing(await findClient(trx, clientId));
      await recordChange(trx, { ...change(actor, after), action: 'update', before, after });
      return after;
    }),
  );
}

/** Deletes a client that never did anything; one with a history is closed instead. */
export function deleteClient({ db, actor }: Scope, clientId: number): Promise<Client | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await lockedClient(trx, clientId);
    if (!before) return undefined;
    if (await hasRows(trx, clientId, HISTORY)) {
      throw conflict(`Client ${clientId} has a history and cannot be deleted.`);
    }
    await trx.deleteFrom('clients').where('clientId', '=', clientId).execute();
    await addToCounter(trx, -1);
    await recordChange(trx, { ...change(actor, before), action: 'delete', before });
    return before;
  });
}

const change = (actor: string, { id }: Client) => ({
  clientId: id,
  actor,
  resource: 'clients',
  recordId: String(id),
});

async function lockedClient(trx: Transaction<Database>, clientId: number) {
  await lockAccounts(trx, [clientId]);
  return findClient(trx, clientId);
}

async function refuseCurrencyChange(
  trx: Transaction<Database>,
  before: Client,
  currency: string | undefined,
): Promise<void> {
  if (currency === undefined || currency === before.currency) return;
  if (await hasRows(trx, before.id, AMOUNTS)) {
    const amounts = 'transactions, credit limits, top-ups that were asked for or messages';
    throw invalid({ currency: `is ${before.currency} for good: there are ${amounts} in it` });
  }
}

/** What has amounts in the client's currency. */
const AMOUNTS = ['transactions', 'creditLimits', 'topUpRequests', 'messages'] as const;

const HISTORY = [...AMOUNTS, 'earlyReceipts', 'senderNames'] as const;

async function hasRows(
  trx: Transaction<Database>,
  clientId: number,
  tables: readonly (typeof HISTORY)[number][],
): Promise<boolean> {
  const { used } = await trx
    .selectNoFrom(({ exists, or, selectFrom }) =>
      or(
        tables.map((table) =>
          exists(selectFrom(table).select('clientId').where('clientId', '=', clientId)),
        ),
      ).as('used'),
    )
    .executeTakeFirstOrThrow();
  return Boolean(used);
}

async function addToCounter(trx: Transaction<Database>, difference: 1 | -1): Promise<void> {
  await trx
    .updateTable('clientCounter')
    .set(({ eb }) => ({ clients: eb('clients', '+', difference) }))
    .execute();
}

/** The settings that are kept beside the money, and the rest. */
function splitAccount<Profile extends Pick<ClientUpdate, AccountField>>(profile: Profile) {
  const { chargingPolicy, lowBalanceWarning, lowBalanceCritical, ...rest } = profile;
  return [{ chargingPolicy, lowBalanceWarning, lowBalanceCritical }, rest] as const;
}

/**
 * Nobody is told when a threshold moves past the money: only when money falls below it. Where the
 * thresholds stay, so does the level: a limit may have ended, and that is still to be told.
 */
async function updateAccount(
  trx: Transaction<Database>,
  clientId: number,
  settings: Pick<ClientUpdate, AccountField>,
): Promise<void> {
  if (ACCOUNT_FIELDS.every((field) => settings[field] === undefined)) return;
  const threshold = (field: 'lowBalanceWarning' | 'lowBalanceCritical') =>
    settings[field] === undefined ? sql.ref(`a.${field}`) : sql`${settings[field]}::numeric`;
  const after = sql`${threshold('lowBalanceWarning')}, ${threshold('lowBalanceCritical')}`;
  await trx
    .updateTable('clientAccounts as a')
    .set({
      ...settings,
      lowBalanceLevel: sql`case
        when (a.low_balance_warning, a.low_balance_critical) is distinct from (${after})
        then low_balance_level(available_now(a), ${after}) else a.low_balance_level end`,
    })
    .where('a.clientId', '=', clientId)
    .execute();
}

/** Tells the database's refusals at their fields. */
async function writing<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) === '23505') {
      throw conflict('Another client has this login.', { login: 'is taken by another client' });
    }
    if (sqlState(error) === '23514') {
      throw invalid({ lowBalanceCritical: 'must not be above the warning' });
    }
    throw error;
  }
}
