import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import type { MessageReceipt } from '../../../schema/messages.ts';
import type { Money } from '../../../schema/money.ts';
import { mergedReceipts } from './merge-receipts.ts';

/** What receipts have changed, and the money that it moves. */
export interface StoredReceipts {
  /** How many messages, or receipts kept for later, are another than before. */
  changed: number;
  /** Rows for the ledger, with the numbers that the messages remember. */
  postings: ReceiptPosting[];
  /** Money held (+) or let go (-). */
  reservations: { clientId: number; amount: Money }[];
}

export interface ReceiptPosting {
  clientId: number;
  seq: number;
  /** Charged because it was delivered, or given back because the platform did not send it. */
  kind: 'charge' | 'refund';
  amount: Money;
  mailing: string | null;
  messages: number;
  parts: number;
  /** The charge that a refund gives back. */
  reversesSeq: number | null;
}

const NOTHING: StoredReceipts = { changed: 0, postings: [], reservations: [] };

/**
 * Applies receipts to their messages and moves the roll-up of the day they were *sent* on;
 * receipts whose message is still to come are kept for it. What has been here before, in whatever
 * order, changes nothing. The caller holds the accounts' locks, and posts the money next.
 */
export async function storeReceipts(
  trx: Transaction<Database>,
  receipts: readonly MessageReceipt[],
): Promise<StoredReceipts> {
  if (receipts.length === 0) return NOTHING;
  const column = (key: keyof MessageReceipt) => receipts.map((receipt) => receipt[key]);
  const merged = mergedReceipts('m', 'r');
  const kept = mergedReceipts('k', 'excluded');
  const { rows } = await sql<StoredReceipts>`
    with receipt as (
      select client_id, external_id,
        case when bool_or(status = 'sent') then 'sent' else 'queued' end as pending_status,
        (array_agg(status order by at, status) filter (where failed))[1] as failed_status,
        min(at) filter (where failed) as failed_at,
        min(at) filter (where status = 'delivered') as delivered_at
      from (
        select *, status not in ('queued', 'sent', 'delivered') as failed
        from unnest(${column('clientId')}::bigint[], ${column('externalId')}::text[],
          ${column('status')}::text[], ${column('at')}::timestamptz[])
          as u (client_id, external_id, status, at)
      ) reported
      group by client_id, external_id
    ),
    known as (
      select m.client_id, m.external_id, m.mailing, m.accepted, m.charging, m.parts, m.charge_seq,
        m.parts * m.price as cost, m.status as status_before, m.billing as billing_before,
        ${merged.pendingStatus} as pending_status, ${merged.failedStatus} as failed_status,
        ${merged.failedAt} as failed_at, ${merged.deliveredAt} as delivered_at
      from messages m join receipt r using (client_id, external_id)
    ),
    billed as (
      select *, billing = 'charged' and billing_before <> 'charged' as charges,
        billing <> 'charged' and billing_before = 'charged' as refunds
      from (
        select *, message_billing(accepted, charging, message_status(accepted, pending_status,
          failed_status, failed_at, delivered_at), charge_seq is not null) as billing
        from known
      ) k
    ),
    money as (
      select client_id, mailing, 'charge' as kind, null::bigint as reverses_seq,
        -sum(cost) as amount, count(*) as messages, sum(parts) as parts
      from billed where charges and cost > 0
      group by client_id, mailing
      union all
      select client_id, mailing, 'refund', charge_seq, sum(cost), count(*), sum(parts)
      from billed b where refunds and cost > 0 and charge_seq is not null
        -- A charge that was reversed by hand has been given back already.
        and not exists (select from transactions t where t.client_id = b.client_id
          and t.reverses_seq = b.charge_seq and t.kind = 'reversal')
      group by client_id, mailing, charge_seq
    ),
    posting as (
      select m.*, a.ledger_seq + row_number() over (partition by client_id
        order by m.kind, m.mailing nulls first, m.reverses_seq) as seq
      from money m join client_accounts a using (client_id)
    ),
    updated as (
      update messages m set pending_status = b.pending_status, failed_status = b.failed_status,
        failed_at = b.failed_at, delivered_at = b.delivered_at,
        charge_seq = coalesce(charge.seq, m.charge_seq),
        refund_seq = case when b.charges then null else coalesce(refund.seq, m.refund_seq) end
      from billed b
      left join posting charge on b.charges and b.cost > 0 and charge.kind = 'charge'
        and charge.client_id = b.client_id
        and coalesce(charge.mailing, '') = coalesce(b.mailing, '')
      left join posting refund on b.refunds and b.cost > 0 and refund.kind = 'refund'
        and refund.client_id = b.client_id and refund.reverses_seq = b.charge_seq
      where m.client_id = b.client_id and m.external_id = b.external_id
        and (m.pending_status, m.failed_status, m.failed_at, m.delivered_at) is distinct from
          (b.pending_status, b.failed_status, b.failed_at, b.delivered_at)
      returning m.*, b.status_before
    ),
    moved as (
      update message_statistics s set
        delivered_messages = s.delivered_messages + d.delivered_messages,
        delivered_parts = s.delivered_parts + d.delivered_parts,
        pending_messages = s.pending_messages + d.pending_messages,
        pending_parts = s.pending_parts + d.pending_parts,
        cost = s.cost + d.cost
      from (
        select client_id, day, channel, sender, country, mcc_mnc,
          sum(delivered) as delivered_messages, sum(delivered * parts) as delivered_parts,
          sum(pending) as pending_messages, sum(pending * parts) as pending_parts,
          sum(case charging when 'on_delivery' then delivered * parts * price else 0 end) as cost
        from (
          select *,
            (status = 'delivered')::int - (status_before = 'delivered')::int as delivered,
            (status in ('queued', 'sent'))::int
              - (status_before in ('queued', 'sent'))::int as pending
          from updated where accepted
        ) moves
        group by client_id, day, channel, sender, country, mcc_mnc
      ) d
      where s.client_id = d.client_id and s.day = d.day and s.channel = d.channel
        and s.sender = d.sender and s.country = d.country and s.mcc_mnc = d.mcc_mnc
    ),
    early as (
      insert into early_receipts as k (client_id, external_id, pending_status, failed_status,
        failed_at, delivered_at)
      select r.* from receipt r
      where not exists (select from messages m
        where m.client_id = r.client_id and m.external_id = r.external_id)
      order by r.client_id, r.external_id
      on conflict (client_id, external_id) do update set pending_status = ${kept.pendingStatus},
        failed_status = ${kept.failedStatus}, failed_at = ${kept.failedAt},
        delivered_at = ${kept.deliveredAt}
      where (k.pending_status, k.failed_status, k.failed_at, k.delivered_at) is distinct from
        (${kept.pendingStatus}, ${kept.failedStatus}, ${kept.failedAt}, ${kept.deliveredAt})
      returning 1
    )
    select (select count(*) from updated) + (select count(*) from early) as changed,
      (select coalesce(jsonb_agg(jsonb_build_object('clientId', client_id, 'seq', seq,
          'kind', kind, 'amount', amount::text, 'mailing', mailing, 'messages', messages,
          'parts', parts, 'reversesSeq', reverses_seq) order by client_id, seq), '[]')
        from posting) as postings,
      (select coalesce(jsonb_agg(jsonb_build_object('clientId', client_id, 'amount',
          amount::text)), '[]')
        from (
          select client_id, sum(cost * ((billing = 'reserved')::int
            - (billing_before = 'reserved')::int)) as amount
          from billed group by client_id
        ) held where amount <> 0) as reservations`.execute(trx);
  return rows[0] ?? NOTHING;
}
