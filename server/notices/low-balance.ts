import { sql, type RawBuilder } from 'kysely';

/**
 * The INSERT that puts a notice into the outbox for every account that has just fallen below a
 * threshold: once each time, because the account remembers on which side it was. It reads an
 * UPDATE's CTE with the columns client_id, balance, available, currency, level_before and the
 * three low_balance_* ones.
 */
export function lowBalanceNotices(moved: string, staffCopies: boolean): RawBuilder<unknown> {
  const audiences = staffCopies ? ['client', 'staff'] : ['client'];
  return sql`
    insert into notices (client_id, kind, audience, parameters)
    select client_id, 'low_balance_' || low_balance_level, audience, jsonb_build_object(
      'balance', balance::text, 'available', available::numeric(20, 6)::text,
      'threshold', (case low_balance_level when 'critical' then low_balance_critical
        else low_balance_warning end)::text,
      'currency', currency)
    from ${sql.table(moved)} cross join unnest(${audiences}::text[]) as audience
    where (level_before, low_balance_level) in
      (('ok', 'warning'), ('ok', 'critical'), ('warning', 'critical'))`;
}
