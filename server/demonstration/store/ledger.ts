import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';

/**
 * Turns the gathered movements into ledgers: works out what each payment pays, puts the rows of a
 * client in the order of their time, numbers them and carries the balance along.
 */
export async function storeLedgers(trx: Transaction<Database>): Promise<void> {
  await PAYMENTS.execute(trx);
  await CLOSINGS.execute(trx);
  await NUMBERS.execute(trx);
  await LEDGERS.execute(trx);
  await CHARGED_MESSAGES.execute(trx);
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

const NUMBERS = sql`
  update movements m set seq = n.seq
  from (
    select client_id, key,
      row_number() over (partition by client_id order by occurred_at, key) as seq
    from movements where amount <> 0
  ) n
  where m.client_id = n.client_id and m.key = n.key`;

const LEDGERS = sql`
  with row as (
    select m.*, r.seq as reverses_seq,
      sum(m.amount) over rows_of_client as balance_after,
      sum(greatest(m.amount, 0)) over rows_of_client as debit_total
    from movements m
    left join movements r on r.client_id = m.client_id and r.key = m.reverses
    where m.seq is not null
    window rows_of_client as (partition by m.client_id order by m.seq)
  )
  insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after, debit_total,
    hash, mailing, messages, parts, comment, reverses_seq, actor)
  select client_id, seq, occurred_at, kind, amount, balance_after, debit_total,
    ledger_chain('', ledger_row(client_id, seq, occurred_at, kind, amount, balance_after,
        debit_total, mailing, messages, parts, comment, reverses_seq, actor))
      over (partition by client_id order by seq),
    mailing, messages, parts, comment, reverses_seq, actor
  from row
  order by client_id, seq`;

/** Messages remember the rows that charged them and gave the money back. */
const CHARGED_MESSAGES = sql`
  update messages m set charge_seq = c.seq,
    refund_seq = case when m.charging = 'on_submit' and m.status = 'rejected' then r.seq end
  from movements c
  left join movements r on r.client_id = c.client_id and r.kind = 'refund' and r.reverses = c.key
  where c.client_id = m.client_id and c.kind = 'charge' and m.accepted
    and (m.charging = 'on_submit' or m.status = 'delivered')
    and c.key = coalesce('mailing ' || m.mailing, 'day ' || m.day)`;
