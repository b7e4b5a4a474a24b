import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';

/** Gives a client a ledger of top-ups of 1 at chosen instants: the API dates rows itself. */
export async function writeLedger(
  db: Kysely<Database>,
  clientId: number,
  instants: readonly string[],
): Promise<void> {
  await sql`
    with row as (
      select ${clientId}::bigint as client_id, seq, at as occurred_at, seq as total
      from unnest(${instants}::timestamptz[]) with ordinality as i (at, seq)
    )
    insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after,
      debit_total, hash, actor)
    select client_id, seq, occurred_at, 'top_up', 1, total, total,
      ledger_chain('', ledger_row(client_id, seq, occurred_at, 'top_up', 1, total, total, null,
        null, null, null, null, 'seed')) over (order by seq), 'seed'
    from row`.execute(db);
  await sql`
    update client_accounts a set balance = t.balance_after, debit_total = t.debit_total,
      ledger_seq = t.seq, last_hash = t.hash, last_transaction_at = t.occurred_at
    from transactions t
    where a.client_id = ${clientId} and t.client_id = a.client_id
      and t.seq = ${instants.length}`.execute(db);
}
