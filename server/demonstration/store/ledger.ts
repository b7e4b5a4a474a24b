import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';

/**
 * Turns the gathered movements into ledgers: works out what each payment pays, puts the rows of a
 * client in the order of their time, numbers them and carries the balance along.
 */
export async function storeLedgers(trx: Transaction<Database>): Promise<void> {
  await PAYMENTS.execute(trx);
  await CLOSINGS.execute(trx);
  await LEDGERS.execute(trx);
}

/**
 * A period of a client begins with each payment. What pays the period to come is rounded up to an
 * amount that people would pay; what pays the one before is an invoice, paid to the cent.
 */
const PAYMENTS = sql`
  with period as (
    select client_id, key, pays, kind, amount,
      count(pays) over (partition by client_id order by occurred_at, key) as nth
    from movements
  ), used as (
    select client_id, nth, -sum(amount) as cost from period
    where kind in ('charge', 'fee') group by client_id, nth
  ), step as (
    select *, case when cost < 50 then 5 when cost < 200 then 10 when cost < 1000 then 50
      when cost < 5000 then 200 when cost < 20000 then 1000 else 5000 end as step
    from used
  )
  update movements m set amount = case p.pays
    when 'next' then greatest(ceil(s.cost / s.step) * s.step, m.amount)
    else round(s.cost, 2) end
  from period p join step s
    on s.client_id = p.client_id and s.nth = p.nth - (p.pays = 'previous')::integer
  where p.pays is not null and m.client_id = p.client_id and m.key = p.key`;

/** A closed client's last row takes what all the others have come to, so that nothing remains. */
const CLOSINGS = sql`
  update movements m set amount = -b.balance
  from (select client_id, sum(amount) as balance from movements group by client_id) b
  where m.kind = 'adjustment' and m.amount is null and b.client_id = m.client_id`;

const LEDGERS = sql`
  with numbered as (
    select *,
      row_number() over rows_of_client as seq,
      sum(amount) over rows_of_client as balance_after
    from movements
    where amount <> 0
    window rows_of_client as (partition by client_id order by occurred_at, key)
  )
  insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after, mailing,
    messages, parts, comment, reverses_seq, actor)
  select n.client_id, n.seq, n.occurred_at, n.kind, n.amount, n.balance_after, n.mailing,
    n.messages, n.parts, n.comment, r.seq, n.actor
  from numbered n
  left join numbered r on r.client_id = n.client_id and r.key = n.reverses
  order by n.client_id, n.seq`;
