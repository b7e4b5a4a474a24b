import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { lowBalanceNotices } from '../notices/low-balance.ts';

/**
 * Writes into the history which temporary limits have ended. They stop to hold at their end, to
 * the instant, whether or not this has run: `credit_limit_now` in the database sees to that.
 * Answers how many there were.
 *
 * @example await endLimits(db, { staffCopies: true }) // of all clients, every few seconds
 */
export async function endLimits(
  db: Kysely<Database>,
  { clientIds, staffCopies }: { clientIds?: readonly number[]; staffCopies: boolean },
): Promise<number> {
  const { rows } = await sql<{ clientId: number }>`
    with account as (
      select a.*, c.currency from client_accounts a join clients c using (client_id)
      where a.credit_limit_expires_at <= now()
        and ${clientIds ? sql`a.client_id = any(${clientIds}::bigint[])` : sql`true`}
      order by a.client_id
      -- An account that is busy is seen to the next time: it must not keep the others waiting.
      for update of a skip locked
    ),
    moved as (
      update client_accounts m set
        credit_limit = a.credit_limit_after,
        credit_limit_expires_at = null,
        credit_limit_after = null,
        credit_limit_seq = a.credit_limit_seq + 1,
        last_transaction_at = greatest(a.last_transaction_at, a.credit_limit_expires_at),
        low_balance_level = low_balance_level(a.balance + a.credit_limit_after - a.reserved,
          a.low_balance_warning, a.low_balance_critical)
      from account a where m.client_id = a.client_id
      returning m.client_id, m.credit_limit, m.credit_limit_seq, m.balance,
        m.balance + m.credit_limit - m.reserved as available, m.low_balance_level,
        m.low_balance_warning, m.low_balance_critical, a.credit_limit as limit_before,
        a.credit_limit_expires_at as ended_at, a.low_balance_level as level_before, a.currency
    ),
    noticed as (${lowBalanceNotices('moved', staffCopies)})
    insert into credit_limits (client_id, number, amount, previous_amount, set_at, actor)
    select client_id, credit_limit_seq, credit_limit, limit_before, ended_at, 'system' from moved
    returning client_id`.execute(db);
  return rows.length;
}
