import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import type { AccountSettings } from '../account-settings.ts';
import type { LimitPlan } from '../limit-plans.ts';
import { inPortions } from './json-rows.ts';

/** Opens the account of every client, with what its ledger has come to and without a limit. */
export async function storeAccounts(trx: Transaction<Database>): Promise<void> {
  await sql`
    insert into client_accounts (client_id, balance, debit_total, ledger_seq, last_hash,
      last_transaction_at)
    select client_id, coalesce(t.balance_after, 0), coalesce(t.debit_total, 0),
      coalesce(t.seq, 0), coalesce(t.hash, ''), coalesce(t.occurred_at, 'epoch')
    from clients left join (
      select distinct on (client_id) * from transactions order by client_id, seq desc
    ) t using (client_id)
    order by client_id`.execute(trx);
  await sql`update client_counter set clients = (select count(*) from clients)`.execute(trx);
}

/** Writes the history of the credit limits, the last one after what each client uses now. */
export async function storeLimits(
  trx: Transaction<Database>,
  plans: readonly LimitPlan[],
): Promise<void> {
  await inPortions(plans, (portion) =>
    sql`
      insert into credit_limits (client_id, number, amount, previous_amount, reason, notify,
        set_at, actor)
      select client_id, number, amount,
        coalesce(lag(amount) over (partition by client_id order by number), 0), reason, notify,
        set_at, actor
      from (
        select p.client_id, p.number, p.reason, p.notify, p.set_at, p.actor,
          p.share * case when a.balance >= 0 then p.amount
            when a.balance * p.of_used < -20 then round(-a.balance * p.of_used, -1)
            else ceil(-a.balance * p.of_used) end as amount
        from json_to_recordset(${portion}) as p (client_id bigint, number bigint, of_used numeric,
          amount numeric, share numeric, reason text, notify boolean, set_at timestamptz, actor text)
        join client_accounts a using (client_id)
      ) wanted
      order by client_id, number`.execute(trx),
  );
  await sql`
    update client_accounts a set credit_limit = l.amount, credit_limit_seq = l.number
    from (select distinct on (client_id) client_id, number, amount
      from credit_limits order by client_id, number desc) l
    where a.client_id = l.client_id`.execute(trx);
}

/** Writes how messages are paid, what is held for those under way, and who is told of little money. */
export async function storeSettings(
  trx: Transaction<Database>,
  settings: readonly AccountSettings[],
): Promise<void> {
  await inPortions(settings, (portion) =>
    sql`
      update client_accounts a set charging_policy = s.charging_policy,
        low_balance_warning = s.low_balance_warning, low_balance_critical = s.low_balance_critical
      from json_to_recordset(${portion}) as s (client_id bigint, charging_policy text,
        low_balance_warning numeric, low_balance_critical numeric)
      where a.client_id = s.client_id`.execute(trx),
  );
  await sql`
    update client_accounts a set reserved = m.held
    from (select client_id, sum(parts * price) as held from messages
      where billing = 'reserved' group by client_id) m
    where a.client_id = m.client_id`.execute(trx);
  await sql`
    update client_accounts a set low_balance_level =
      low_balance_level(available_now(a), low_balance_warning, low_balance_critical)`.execute(trx);
}
