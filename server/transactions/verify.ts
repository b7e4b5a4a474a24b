import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { inSnapshot } from '../rest/list-query.ts';

export interface Verification {
  clients: number;
  transactions: number;
  /** One line for each thing that does not add up; at most 100 of each kind. */
  faults: string[];
}

/** Proves every balance from its rows, in the database and from one state of it. */
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
