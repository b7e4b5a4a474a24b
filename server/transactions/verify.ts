import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { inSnapshot } from '../rest/list-query.ts';

export interface Verification {
  clients: number;
  transactions: number;
  /** One line for each thing that does not add up; at most 100 of each kind. */
  faults: string[];
}

/**
 * Proves every balance from its rows, and the rows from their hashes, in the database and from one
 * state of it. Whoever can rewrite every later row and the account can still deceive it: note the
 * newest hashes elsewhere to notice that too.
 */
export function verifyBalances(db: Kysely<Database>): Promise<Verification> {
  return inSnapshot(db, async (snapshot) => {
    const checked = await sql<{ clients: number; transactions: number }>`
      select (select count(*) from clients) as clients,
        (select count(*) from transactions) as transactions`.execute(snapshot);
    const found = [];
    for (const check of CHECKS) found.push(await check.execute(snapshot));
    return {
      clients: checked.rows[0]?.clients ?? 0,
      transactions: checked.rows[0]?.transactions ?? 0,
      faults: found.flatMap(({ rows }) => rows.map(({ fault }) => fault)),
    };
  });
}

const CHECKS = [
  // A gap, or a row whose balance is not the one before plus its amount.
  sql<{ fault: string }>`
    select 'Client ' || client_id || ', row ' || seq || ': ' ||
      case when seq <> nth then 'row ' || nth || ' is missing before it'
      else 'balance ' || balance_after || ' is not ' || expected end as fault
    from (
      select client_id, seq, balance_after,
        row_number() over rows_of_client as nth,
        coalesce(lag(balance_after) over rows_of_client, 0) + amount as expected
      from transactions
      window rows_of_client as (partition by client_id order by seq)
    ) chain
    where seq <> nth or balance_after <> expected
    order by client_id, seq limit 100`,
  // A row that is not what it was when it was written: see ledger_chain in the migrations.
  sql<{ fault: string }>`
    select 'Client ' || client_id || ', row ' || min(seq) || ': it has been changed, or a row ' ||
      'before it' as fault
    from (
      select client_id, seq, hash, ledger_chain('', ledger_row(client_id, seq, occurred_at, kind,
          amount, balance_after, debit_total, mailing, messages, parts, comment, reverses_seq,
          actor)) over (partition by client_id order by seq) as expected
      from transactions
    ) chain
    where hash <> expected
    group by client_id order by client_id limit 100`,
  // Money in that does not add up.
  sql<{ fault: string }>`
    select 'Client ' || client_id || ', row ' || min(seq) || ': the money in does not add up' as fault
    from (
      select client_id, seq, debit_total,
        sum(greatest(amount, 0)) over (partition by client_id order by seq) as expected
      from transactions
    ) chain
    where debit_total <> expected
    group by client_id order by client_id limit 100`,
  // Time that runs backwards.
  sql<{ fault: string }>`
    select 'Client ' || client_id || ', row ' || seq || ': it is older than the row before' as fault
    from (
      select client_id, seq, occurred_at,
        lag(occurred_at) over (partition by client_id order by seq) as before
      from transactions
    ) chain
    where occurred_at < before order by client_id, seq limit 100`,
  // A reversal or refund that is not of the opposite sign, or of more than its row.
  sql<{ fault: string }>`
    select 'Client ' || t.client_id || ', row ' || t.seq || ': it gives back ' || t.amount ||
      ' of row ' || t.reverses_seq || ', which was ' || coalesce(r.amount::text, 'not there') as fault
    from transactions t
    left join transactions r on r.client_id = t.client_id and r.seq = t.reverses_seq
    where t.reverses_seq is not null and (r.amount is null or sign(r.amount) = sign(t.amount)
      or abs(t.amount) > abs(r.amount) or (t.kind = 'reversal' and t.amount <> -r.amount))
    order by t.client_id, t.seq limit 100`,
  // A row that more was given back of than it was, by several rows together.
  sql<{ fault: string }>`
    select 'Client ' || r.client_id || ', row ' || r.seq || ': ' || back.amount || ' of ' ||
      r.amount || ' given back' as fault
    from (
      select client_id, reverses_seq as seq, sum(amount) as amount from transactions
      where reverses_seq is not null group by client_id, reverses_seq having count(*) > 1
    ) back
    join transactions r using (client_id, seq)
    where abs(back.amount) > abs(r.amount)
    order by r.client_id, r.seq limit 100`,
  // An account that is not where its rows end.
  sql<{ fault: string }>`
    select 'Client ' || a.client_id || ': balance ' || a.balance || ' and ' || a.ledger_seq ||
      ' rows in the account, ' || coalesce(t.total, 0) || ' and ' || coalesce(t.rows, 0) ||
      ' in the ledger' as fault
    from client_accounts a
    left join (
      select client_id, sum(amount) as total, count(*) as rows from transactions group by client_id
    ) t using (client_id)
    where a.balance <> coalesce(t.total, 0) or a.ledger_seq <> coalesce(t.rows, 0)
    order by a.client_id limit 100`,
  sql<{ fault: string }>`
    select 'Client ' || a.client_id || ': the account does not end as row ' || t.seq || ' does' as fault
    from client_accounts a join transactions t on t.client_id = a.client_id and t.seq = a.ledger_seq
    where a.debit_total <> t.debit_total or a.last_hash <> t.hash
    order by a.client_id limit 100`,
  // Money that is held for nothing, or not held.
  sql<{ fault: string }>`
    select 'Client ' || a.client_id || ': ' || a.reserved || ' is reserved, for messages of ' ||
      coalesce(m.held, 0) as fault
    from client_accounts a
    left join (
      select client_id, sum(parts * price) as held from messages where billing = 'reserved'
      group by client_id
    ) m using (client_id)
    where a.reserved <> coalesce(m.held, 0)
    order by a.client_id limit 100`,
  // A charge that its messages do not come to. Messages go when they are old; some never do.
  sql<{ fault: string }>`
    select 'Client ' || t.client_id || ', row ' || t.seq || ': ' || -t.amount || ' for ' ||
      t.messages || ' messages, which cost ' || m.cost as fault
    from transactions t
    join (
      select client_id, charge_seq as seq, sum(parts * price) as cost, count(*) as messages
      from messages where charge_seq is not null group by client_id, charge_seq
    ) m using (client_id, seq)
    where m.messages > t.messages or (m.messages = t.messages and m.cost <> -t.amount)
    order by t.client_id, t.seq limit 100`,
  // A limit that is not the newest of its history.
  sql<{ fault: string }>`
    select 'Client ' || a.client_id || ': credit limit ' || a.credit_limit ||
      ' is not the newest of its history' as fault
    from client_accounts a
    left join credit_limits l on l.client_id = a.client_id and l.number = a.credit_limit_seq
    where a.credit_limit <> coalesce(l.amount, 0)
    order by a.client_id limit 100`,
  sql<{ fault: string }>`
    select 'The counter says ' || n.clients || ' clients, there are ' || c.clients as fault
    from client_counter n cross join (select count(*) as clients from clients) c
    where n.clients <> c.clients`,
  sql<{ fault: string }>`
    select 'Client ' || client_id || ' has no account' as fault
    from clients c
    where not exists (select from client_accounts a where a.client_id = c.client_id)
    order by client_id limit 100`,
];
