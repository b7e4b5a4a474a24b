import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import type { MessageReceipt } from '../../../schema/messages.ts';
import { mergedReceipts } from './merge-receipts.ts';

/**
 * Applies receipts to their messages and moves the roll-up of the day they were *sent* on;
 * receipts whose message is still to come are kept for it. Answers how many messages (or kept
 * receipts) changed; what has been here before, in whatever order, changes nothing.
 */
export async function storeReceipts(
  trx: Transaction<Database>,
  receipts: readonly MessageReceipt[],
): Promise<number> {
  if (receipts.length === 0) return 0;
  const column = (key: keyof MessageReceipt) => receipts.map((receipt) => receipt[key]);
  const merged = mergedReceipts('m', 'r');
  const kept = mergedReceipts('k', 'excluded');
  const { rows } = await sql<{ changed: number }>`
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
      select m.client_id, m.external_id, m.status as status_before,
        ${merged.pendingStatus} as pending_status, ${merged.failedStatus} as failed_status,
        ${merged.failedAt} as failed_at, ${merged.deliveredAt} as delivered_at
      from messages m join receipt r using (client_id, external_id)
    ),
    updated as (
      update messages m set pending_status = k.pending_status, failed_status = k.failed_status,
        failed_at = k.failed_at, delivered_at = k.delivered_at
      from known k
      where m.client_id = k.client_id and m.external_id = k.external_id
        and (m.pending_status, m.failed_status, m.failed_at, m.delivered_at) is distinct from
          (k.pending_status, k.failed_status, k.failed_at, k.delivered_at)
      returning m.*, k.status_before
    ),
    moved as (
      update message_statistics s set
        delivered_messages = s.delivered_messages + d.delivered_messages,
        delivered_parts = s.delivered_parts + d.delivered_parts,
        pending_messages = s.pending_messages + d.pending_messages,
        pending_parts = s.pending_parts + d.pending_parts
      from (
        select client_id, day, channel, sender, country, mcc_mnc,
          sum(delivered) as delivered_messages, sum(delivered * parts) as delivered_parts,
          sum(pending) as pending_messages, sum(pending * parts) as pending_parts
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
    select (select count(*) from updated) + (select count(*) from early) as changed`.execute(trx);
  return rows[0]?.changed ?? 0;
}
