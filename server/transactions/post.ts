import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Money } from '../../schema/money.ts';
import type { TransactionKind } from '../../schema/transactions.ts';
import { lowBalanceNotices } from '../notices/low-balance.ts';
import { fingerprint, type KeyedRequest } from '../rest/idempotency.ts';
import type { SelectedTransaction } from './transaction-record.ts';

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
  /** `seq` of the row that this one reverses or refunds. */
  reversesSeq?: number | null;
}

export interface PostOptions {
  /** Money held (+) or let go (-) for messages that are paid on delivery. */
  reservations?: readonly { clientId: number; amount: Money }[];
  /** Posts nothing, and answers no rows, when it would take more than is available. */
  guarded?: boolean;
  /** The request behind it: its answer is stored under its key, and it is audited. */
  request?: KeyedRequest | undefined;
  /** Whether staff are told too when a balance runs low. */
  staffCopies: boolean;
}

/**
 * The one path by which money moves. One statement takes the locks of the accounts in the order
 * of their ids, numbers the rows of each client without a gap, moves balances and reservations,
 * carries the hash chain on and writes every row with the balance after it; beside them the
 * answer's key, the audit entry and the notices of a balance that runs low. All of it or nothing,
 * with or without a transaction around it. Answers the rows in the order of the postings.
 *
 * @throws 23505 when the request's key has been used, or the row is reversed already
 * @example await post(db, [{ clientId: 12, kind: 'top_up', amount: '100', actor: 'anna' }], { staffCopies: true })
 */
export async function post(
  db: Kysely<Database>,
  postings: readonly Posting[],
  { reservations = [], guarded = false, request, staffCopies }: PostOptions,
): Promise<SelectedTransaction[]> {
  if (postings.length === 0 && reservations.length === 0) return [];
  const column = <Key extends keyof Posting>(key: Key) =>
    postings.map((posting) => posting[key] ?? null);
  const { rows } = await sql<SelectedTransaction>`
    with posting as (
      select * from unnest(
        ${column('clientId')}::bigint[], ${column('kind')}::text[], ${column('amount')}::numeric[],
        ${column('actor')}::text[], ${column('mailing')}::text[], ${column('messages')}::integer[],
        ${column('parts')}::bigint[], ${column('comment')}::text[],
        ${column('reversesSeq')}::bigint[]
      ) with ordinality as p (client_id, kind, amount, actor, mailing, messages, parts, comment,
        reverses_seq, place)
    ),
    change as (
      select client_id, sum(amount) as amount, sum(greatest(amount, 0)) as debit,
        sum(reserve) as reserve, sum(rows) as postings
      from (
        select client_id, amount, 0 as reserve, 1 as rows from posting
        union all
        select client_id, 0, reserve, 0 from unnest(
          ${reservations.map(({ clientId }) => clientId)}::bigint[],
          ${reservations.map(({ amount }) => amount)}::numeric[]
        ) as r (client_id, reserve)
      ) changes
      group by client_id
    ),
    account as (
      select a.client_id, a.balance, a.reserved, a.debit_total, a.ledger_seq, a.last_hash,
        a.low_balance_level, available_now(a) as available, c.currency,
        -- The clock may step back, and two servers' clocks differ: the ledger's time does not.
        greatest(a.last_transaction_at, now()) as at
      from client_accounts a
      join change using (client_id)
      join clients c using (client_id)
      where ${guarded ? sql`available_now(a) + change.amount - change.reserve >= 0` : sql`true`}
      order by a.client_id
      for update of a
    ),
    placed as (
      select p.place, p.client_id, a.ledger_seq + row_number() over rows_of_client as seq,
        a.at as occurred_at, p.kind, p.amount::numeric(20, 6) as amount,
        (a.balance + sum(p.amount) over rows_of_client)::numeric(20, 6) as balance_after,
        (a.debit_total + sum(greatest(p.amount, 0)) over rows_of_client)::numeric(20, 6)
          as debit_total,
        p.mailing, p.messages, p.parts, p.comment, p.reverses_seq, p.actor, a.last_hash, a.currency
      from posting p join account a using (client_id)
      window rows_of_client as (partition by p.client_id order by p.place)
    ),
    chained as (
      select *, ledger_chain(last_hash, ledger_row(client_id, seq, occurred_at, kind, amount,
          balance_after, debit_total, mailing, messages, parts, comment, reverses_seq, actor))
        over (partition by client_id order by seq) as hash
      from placed
    ),
    moved as (
      update client_accounts m set
        balance = a.balance + change.amount,
        reserved = a.reserved + change.reserve,
        debit_total = a.debit_total + change.debit,
        ledger_seq = a.ledger_seq + change.postings,
        last_hash = coalesce(newest.hash, a.last_hash),
        last_transaction_at =
          case when change.postings > 0 then a.at else m.last_transaction_at end,
        low_balance_level = low_balance_level(a.available + change.amount - change.reserve,
          m.low_balance_warning, m.low_balance_critical)
      from account a
      join change using (client_id)
      left join (
        select distinct on (client_id) client_id, hash from chained order by client_id, seq desc
      ) newest using (client_id)
      where m.client_id = a.client_id
      returning m.client_id, m.balance, m.low_balance_level, m.low_balance_warning,
        m.low_balance_critical, a.low_balance_level as level_before,
        a.available + change.amount - change.reserve as available, a.currency
    ),
    noticed as (${lowBalanceNotices('moved', staffCopies)}),
    stored as (
      insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after,
        debit_total, hash, mailing, messages, parts, comment, reverses_seq, actor)
      select client_id, seq, occurred_at, kind, amount, balance_after, debit_total, hash, mailing,
        messages, parts, comment, reverses_seq, actor
      from chained order by place
    )${request ? answered(request) : sql``}
    select client_id, seq, occurred_at, kind, amount,
      case when amount < 0 then -amount end as credit,
      case when amount > 0 then amount end as debit,
      comment, balance_after, currency, mailing, messages, parts, reverses_seq,
      null::bigint as reversed_by_seq, actor
    from chained order by place`.execute(db);
  // What a request asks for may name no client; what the server posts itself may not.
  if (rows.length !== postings.length && !request) {
    throw new Error('A posting names a client that has no account.');
  }
  return rows;
}

/** Stores the answer under the request's key, and who did it in the audit log. */
function answered(request: KeyedRequest): RawBuilder<unknown> {
  return sql`,
    keyed as (
      insert into idempotency_keys (actor, key, fingerprint, status, resource, record_id)
      select ${request.actor}, ${request.key}, ${fingerprint(request)}, 201, 'transactions',
        client_id || '-' || seq
      from chained
    ),
    audited as (
      insert into audit (client_id, actor, action, resource, record_id, after, reason)
      select client_id, actor, 'create', 'transactions', client_id || '-' || seq,
        jsonb_build_object('kind', kind, 'amount', amount::text, 'balanceAfter',
          balance_after::text, 'currency', currency, 'comment', comment, 'reversesId',
          client_id || '-' || reverses_seq),
        comment
      from chained
    )`;
}
