import { sql, type Transaction } from 'kysely';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import type { Database } from '../../schema/database.ts';
import { lowBalanceNotices } from '../notices/low-balance.ts';
import { existing } from '../rest/existing.ts';

type NewLimit = Pick<
  CreditLimit,
  'clientId' | 'amount' | 'expiresAt' | 'reason' | 'notify' | 'actor'
> & { staffCopies: boolean };

/**
 * Puts a limit in the place of the one before and into the history; answers its number. The
 * caller holds the account's lock. Less credit can let the available money fall below a
 * threshold, which is told as if money had been spent.
 */
export async function replaceLimit(
  trx: Transaction<Database>,
  { clientId, amount, expiresAt, reason, notify, actor, staffCopies }: NewLimit,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with account as (
      select a.*, c.currency, greatest(a.last_transaction_at, now()) as at
      from client_accounts a join clients c using (client_id)
      where a.client_id = ${clientId}
    ),
    moved as (
      update client_accounts m set
        credit_limit = ${amount},
        credit_limit_expires_at = ${expiresAt},
        -- What holds when this one ends: the last limit that had no end.
        credit_limit_after = case when ${expiresAt}::timestamptz is not null
          then coalesce(a.credit_limit_after, a.credit_limit) end,
        credit_limit_seq = a.credit_limit_seq + 1,
        -- While this waited for its turn, rows of a later time may have been written: limits and
        -- rows follow one clock, so that they tell which limit a row had to keep to.
        last_transaction_at = a.at,
        low_balance_level = low_balance_level(a.balance + ${amount}::numeric - a.reserved,
          a.low_balance_warning, a.low_balance_critical)
      from account a where m.client_id = a.client_id
      returning m.client_id, m.credit_limit, m.credit_limit_seq, m.credit_limit_expires_at,
        m.balance, m.balance + m.credit_limit - m.reserved as available, m.low_balance_level,
        m.low_balance_warning, m.low_balance_critical, a.credit_limit as limit_before,
        a.low_balance_level as level_before, a.currency, a.at
    ),
    noticed as (${lowBalanceNotices('moved', staffCopies)})
    insert into credit_limits (client_id, number, amount, previous_amount, expires_at, reason,
      notify, set_at, actor)
    select client_id, credit_limit_seq, credit_limit, limit_before, credit_limit_expires_at,
      ${reason}, ${notify}, at, ${actor}
    from moved
    returning number`.execute(trx);
  return existing(rows[0]).number;
}
