import { sql, type Kysely } from 'kysely';

/**
 * A ledger that explains and proves itself: running totals, a hash chain, stored answers of money
 * requests, limits with an end, thresholds, charging on delivery, approvals, notices, exports.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [...LEDGER, ...EXISTING_ROWS, ...REQUESTS, ...BILLING, ...NOTICES, ...EXPORTS];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const LEDGER = [
  // What a row says, in one spelling whatever the session's settings are.
  `create function ledger_row(client_id bigint, seq bigint, occurred_at timestamptz, kind text,
    amount numeric, balance_after numeric, debit_total numeric, mailing text, messages bigint,
    parts bigint, comment text, reverses_seq bigint, actor text)
  returns bytea language sql stable as $$
    select convert_to(jsonb_build_array(client_id, seq, extract(epoch from occurred_at), kind,
      amount::numeric(20, 6), balance_after::numeric(20, 6), debit_total::numeric(20, 6), mailing,
      messages, parts, comment, reverses_seq, actor)::text, 'UTF8')
  $$`,
  // The hash of a row takes in the hash of the row before, so that nobody can change a row
  // unseen without changing every later one. ledger_chain(hash before, row) over (order by seq).
  `create function ledger_link(hash bytea, hash_before bytea, row_said bytea)
  returns bytea language sql immutable as $$
    select sha256(coalesce(hash, hash_before) || row_said)
  $$`,
  'create aggregate ledger_chain(bytea, bytea) (sfunc = ledger_link, stype = bytea)',
  `alter table transactions
    -- Money in up to this row: the sums of any period are then two rows apart.
    add column debit_total numeric(20, 6) not null default 0,
    add column hash bytea not null default ''`,
  `alter table client_accounts
    add column debit_total numeric(20, 6) not null default 0,
    add column last_hash bytea not null default '',
    add column credit_limit_expires_at timestamptz,
    add column credit_limit_after numeric(20, 6) check (credit_limit_after >= 0),
    add column charging_policy text collate "C" not null default 'on_submit'
      check (charging_policy in ('on_submit', 'on_delivery')),
    add column low_balance_warning numeric(20, 6) check (low_balance_warning >= 0),
    add column low_balance_critical numeric(20, 6) check (low_balance_critical >= 0),
    add column low_balance_level text collate "C" not null default 'ok'
      check (low_balance_level in ('ok', 'warning', 'critical')),
    add constraint client_accounts_limit_end
      check ((credit_limit_expires_at is null) = (credit_limit_after is null)),
    add constraint client_accounts_thresholds check (low_balance_critical <= low_balance_warning)`,
  `create index client_accounts_limit_end on client_accounts (credit_limit_expires_at)
    where credit_limit_expires_at is not null`,
  // A limit ends by the database's clock, to the instant. A transaction that waited for its turn
  // has an older time than rows that the account has by now; what it adds is dated as they are.
  `create function credit_limit_now(a client_accounts) returns numeric language sql stable as $$
    select case when a.credit_limit_expires_at <= greatest(a.last_transaction_at, now())
      then a.credit_limit_after else a.credit_limit end
  $$`,
  `create function available_now(a client_accounts) returns numeric language sql stable as $$
    select a.balance + credit_limit_now(a) - a.reserved
  $$`,
  `create function low_balance_level(available numeric, warning numeric, critical numeric)
  returns text language sql immutable as $$
    select case when available < critical then 'critical' when available < warning then 'warning'
      else 'ok' end
  $$`,
  // Whatever refers to a row, and at most one reversal of it.
  `create index transactions_reverses on transactions (client_id, reverses_seq)
    where reverses_seq is not null`,
  `create unique index transactions_reversal on transactions (client_id, reverses_seq)
    where kind = 'reversal' and reverses_seq is not null`,
];

/** Rows from before: their running totals and hashes. Nothing else of them changes. */
const EXISTING_ROWS = [
  'alter table transactions disable trigger append_only',
  `update transactions t set debit_total = r.debit_total
    from (select client_id, seq, sum(greatest(amount, 0)) over (partition by client_id order by seq)
      as debit_total from transactions) r
    where t.client_id = r.client_id and t.seq = r.seq`,
  `update transactions t set hash = c.hash
    from (select client_id, seq, ledger_chain('', ledger_row(client_id, seq, occurred_at, kind,
        amount, balance_after, debit_total, mailing, messages, parts, comment, reverses_seq, actor))
        over (partition by client_id order by seq) as hash from transactions) c
    where t.client_id = c.client_id and t.seq = c.seq`,
  'alter table transactions enable trigger append_only',
  `alter table transactions alter column debit_total drop default, alter column hash drop default`,
  `update client_accounts a set debit_total = t.debit_total, last_hash = t.hash
    from transactions t where t.client_id = a.client_id and t.seq = a.ledger_seq`,
];

const REQUESTS = [
  `create table idempotency_keys (
    actor text collate "C" not null,
    key text collate "C" not null,
    -- SHA-256 of what was asked for.
    fingerprint text collate "C" not null,
    status smallint not null,
    resource text collate "C" not null,
    record_id text collate "C" not null,
    created_at timestamptz not null default now(),
    primary key (actor, key)
  )`,
  'create index idempotency_keys_age on idempotency_keys (created_at)',
  // What was asked for with the keys from before is not known: they answer 422 from now on.
  `insert into idempotency_keys (actor, key, fingerprint, status, resource, record_id, created_at)
    select actor, idempotency_key, '', 201, 'transactions', client_id || '-' || seq, occurred_at
    from transactions where idempotency_key is not null on conflict do nothing`,
  `insert into idempotency_keys (actor, key, fingerprint, status, resource, record_id, created_at)
    select actor, idempotency_key, '', 201, 'credit_limits', client_id || '-' || number, set_at
    from credit_limits where idempotency_key is not null on conflict do nothing`,
  'alter table transactions drop column idempotency_key',
  'alter table credit_limits drop column idempotency_key',
  `create table top_up_requests (
    client_id bigint not null references clients (client_id),
    request_id bigint generated by default as identity,
    amount numeric(20, 6) not null check (amount > 0 and amount <> 'NaN'),
    comment text,
    status text collate "C" not null default 'pending'
      check (status in ('pending', 'approved', 'rejected', 'withdrawn')),
    requested_by text collate "C" not null,
    requested_at timestamptz not null default now(),
    decided_by text collate "C",
    decided_at timestamptz,
    reason text,
    transaction_seq bigint,
    primary key (client_id, request_id)
  )`,
  `create index top_up_requests_pending on top_up_requests (requested_at)
    where status = 'pending'`,
];

/**
 * How far a message has been paid: reserved until it is delivered, or charged when it is
 * accepted. Like the status it follows from what the receipts come to, so that their order makes
 * no difference.
 */
const BILLING = [
  // What is left of an amount after each of several costs; an optional one is skipped when it does
  // not fit: money_left(amount, cost, optional) over (order by ...).
  `create function money_left_after(money numeric, at_first numeric, cost numeric, optional boolean)
  returns numeric language sql immutable as $$
    select case when optional and cost > coalesce(money, at_first) then coalesce(money, at_first)
      else coalesce(money, at_first) - cost end
  $$`,
  `create aggregate money_left(numeric, numeric, boolean)
    (sfunc = money_left_after, stype = numeric)`,
  `create function message_billing(accepted boolean, charging text, status text, was_charged boolean)
  returns text language sql immutable as $$
    select case
      when not accepted then 'none'
      when case charging when 'on_delivery' then status = 'delivered' else status <> 'rejected' end
        then 'charged'
      when was_charged then 'refunded'
      when charging = 'on_delivery' and status in ('queued', 'sent') then 'reserved'
      else 'released' end
  $$`,
  `create function message_status(accepted boolean, pending_status text, failed_status text,
    failed_at timestamptz, delivered_at timestamptz)
  returns text language sql immutable as $$
    select case
      when not accepted then 'rejected'
      when delivered_at is not null and (failed_at is null or failed_status <> 'rejected'
        or delivered_at <= failed_at) then 'delivered'
      else coalesce(failed_status, pending_status) end
  $$`,
  `alter table messages
    add column charging text collate "C" not null default 'on_submit'
      check (charging in ('on_submit', 'on_delivery')),
    -- The ledger rows that charged it and gave the money back.
    add column charge_seq bigint,
    add column refund_seq bigint`,
  `alter table messages add column billing text collate "C" generated always as (
    message_billing(accepted, charging, message_status(accepted, pending_status, failed_status,
      failed_at, delivered_at), charge_seq is not null)) stored`,
  `create index messages_charge on messages (client_id, charge_seq)
    where charge_seq is not null`,
  `create index messages_refund on messages (client_id, refund_seq)
    where refund_seq is not null`,
  `create index messages_reserved on messages (sent_at) where billing = 'reserved'`,
];

const NOTICES = [
  `create table notices (
    client_id bigint not null references clients (client_id),
    notice_id bigint generated by default as identity,
    kind text collate "C" not null
      check (kind in ('credit_limit', 'low_balance_warning', 'low_balance_critical')),
    audience text collate "C" not null check (audience in ('client', 'staff')),
    status text collate "C" not null default 'pending'
      check (status in ('pending', 'sending', 'sent', 'failed')),
    recipient text,
    language text collate "C",
    subject text,
    parameters jsonb not null,
    attempts integer not null default 0,
    last_error text,
    -- The same in every attempt, so that a mail server can drop a second copy.
    message_id uuid not null default gen_random_uuid(),
    created_at timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    lease_until timestamptz,
    sent_at timestamptz,
    primary key (client_id, notice_id)
  )`,
  `create index notices_due on notices (next_attempt_at) where status in ('pending', 'sending')`,
  'create index notices_created on notices (created_at)',
];

const EXPORTS = [
  `create table exports (
    export_id uuid primary key default gen_random_uuid(),
    actor text collate "C" not null,
    resource text collate "C" not null,
    request jsonb not null,
    status text collate "C" not null default 'running'
      check (status in ('running', 'done', 'failed', 'cancelled')),
    rows bigint not null default 0,
    total bigint not null,
    bytes bigint not null default 0,
    file_name text not null,
    -- SHA-256 of the token in the file's address.
    token_hash text collate "C" not null,
    error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  'create index exports_actor on exports (actor, created_at)',
  'create index exports_expiry on exports (expires_at)',
  // The file lies in pieces in the database, so that every server process can answer it.
  `create table export_chunks (
    export_id uuid not null references exports (export_id) on delete cascade,
    nth integer not null,
    data bytea not null,
    primary key (export_id, nth)
  )`,
];
