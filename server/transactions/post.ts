import { sql, type Transaction as DatabaseTransaction } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Money } from '../../schema/money.ts';
import type { TransactionKind } from '../../schema/transactions.ts';

/** One movement of money, before it has its place in the ledger. */
export interface Posting {
  clientId: number;
  kind: TransactionKind;
  /** Signed: + in, - out. Never zero. */
  amount: Money;
  actor: string;
  mailing?: string | null;
  messages?: number | null;
  parts?: number | null;
  comment?: string | null;
  idempotencyKey?: string | null;
}

/**
 * The one path by which money moves: numbers the rows of each client without a gap, moves the
 * balance and writes every row with the balance after it, in one statement. The caller holds the
 * accounts' locks (`lockAccounts`). Answers the rows' places in the order of the postings.
 *
 * @example await post(trx, [{ clientId: 12, kind: 'top_up', amount: '100', actor: 'anna' }])
 */
export async function post(
  trx: DatabaseTransaction<Database>,
  postings: readonly Posting[],
): Promise<{ clientId: number; seq: number }[]> {
  if (postings.length === 0) return [];
  const column = <Key extends keyof Posting>(key: Key) =>
    postings.map((posting) => posting[key] ?? null);
  const { rows } = await sql<{ clientId: number; seq: number }>`
    with posting as (
      select *,
        row_number() over (partition by client_id order by place) as nth,
        sum(amount) over (partition by client_id order by place) as running
      from unnest(
        ${column('clientId')}::bigint[], ${column('kind')}::text[], ${column('amount')}::numeric[],
        ${column('actor')}::text[], ${column('mailing')}::text[], ${column('messages')}::integer[],
        ${column('parts')}::bigint[], ${column('comment')}::text[],
        ${column('idempotencyKey')}::text[]
      ) with ordinality as p (client_id, kind, amount, actor, mailing, messages, parts, comment,
        idempotency_key, place)
    ),
    account as (
      update client_accounts a set
        balance = a.balance + total.amount,
        ledger_seq = a.ledger_seq + total.postings,
        -- The clock may step back, and two servers' clocks differ: the ledger's time does not.
        last_transaction_at = greatest(a.last_transaction_at, now())
      from (
        select client_id, sum(amount) as amount, count(*) as postings
        from posting group by client_id
      ) total
      where a.client_id = total.client_id
      returning a.client_id, a.balance - total.amount as balance_before,
        a.ledger_seq - total.postings as seq_before, a.last_transaction_at
    )
    insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after, actor,
      mailing, messages, parts, comment, idempotency_key)
    select client_id, seq_before + nth, last_transaction_at, kind, amount,
      balance_before + running, actor, mailing, messages, parts, comment, idempotency_key
    from posting join account using (client_id)
    order by place
    returning client_id, seq`.execute(trx);
  if (rows.length !== postings.length) {
    throw new Error('A posting names a client that has no account.');
  }
  return rows;
}
