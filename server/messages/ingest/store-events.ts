import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import { UNKNOWN_COUNTRY } from '../../../schema/countries.ts';
import type { MessageEvent } from '../../../schema/messages.ts';
import type { Money } from '../../../schema/money.ts';
import { messageCost } from '../cost.ts';
import { mergedReceipts } from './merge-receipts.ts';

/** New messages of one client and mailing, and what they cost. */
export interface StoredMailing {
  clientId: number;
  mailing: string | null;
  /** New rows, the ones refused before sending among them. */
  stored: number;
  /** The messages and parts that are charged now, and for how much: money out, or zero. */
  messages: number;
  parts: number;
  amount: Money;
  /** The ledger's row that charges them; null when nothing is to be paid now. */
  seq: number | null;
  /** What is held until the messages are delivered. */
  reserved: Money;
  /** Messages that asked to be sent, and that the money does not suffice for. */
  unpaid: { place: number; cost: Money; available: Money }[] | null;
}

/**
 * Stores the messages that are new and counts them into the roll-up of their day, together with
 * the receipts that came before them. One statement; events that are there already change nothing.
 * The caller holds the accounts' locks, and posts the charges next: the rows' numbers are known
 * before they are written.
 */
export async function storeEvents(
  trx: Transaction<Database>,
  events: readonly MessageEvent[],
): Promise<StoredMailing[]> {
  if (events.length === 0) return [];
  const column = (value: (event: MessageEvent) => string | number | boolean | null) =>
    events.map(value);
  const final = (statuses: readonly string[]) => (event: MessageEvent) =>
    statuses.includes(event.status) ? event.sentAt : null;
  const merged = mergedReceipts('e', 'r');
  const { rows } = await sql<StoredMailing>`
    with event as (
      select distinct on (client_id, external_id) * from unnest(
        ${column((event) => event.clientId)}::bigint[],
        ${column((event) => event.externalId)}::text[],
        ${column((event) => event.mailing ?? null)}::text[],
        ${column((event) => event.sentAt)}::timestamptz[],
        ${column((event) => event.channel)}::text[],
        ${column((event) => event.sender)}::text[],
        ${column((event) => event.recipient)}::text[],
        ${column(countryOf)}::text[],
        ${column((event) => event.mccMnc ?? '')}::text[],
        ${column((event) => event.parts)}::smallint[],
        ${column((event) => event.price ?? null)}::numeric[],
        ${column((event) => event.status !== 'rejected')}::boolean[],
        ${column((event) => (event.status === 'queued' ? 'queued' : 'sent'))}::text[],
        ${column((event) => (FAILED.includes(event.status) ? event.status : null))}::text[],
        ${column(final(FAILED))}::timestamptz[],
        ${column(final(['delivered']))}::timestamptz[]
      ) with ordinality as e (client_id, external_id, mailing, sent_at, channel, sender, recipient,
        country, mcc_mnc, parts, price, accepted, pending_status, failed_status, failed_at,
        delivered_at, place)
      order by client_id, external_id, place
    ),
    -- Every writer of a client's messages holds its lock, so what is not there now is new.
    fresh as (
      select e.place, e.client_id, e.external_id, e.mailing collate "C" as mailing, e.sent_at,
        (e.sent_at at time zone c.time_zone)::date as day, e.channel, e.sender, e.recipient,
        coalesce(e.country, o.country, neighbour.country, ${UNKNOWN_COUNTRY}) as country,
        e.mcc_mnc, e.parts, coalesce(e.price, c.sms_price)::numeric(20, 6) as price, e.accepted,
        -- A queued message asks to be sent; all others tell what has happened.
        e.pending_status = 'queued' as asks,
        ${merged.pendingStatus} as pending_status, ${merged.failedStatus} as failed_status,
        ${merged.failedAt} as failed_at, ${merged.deliveredAt} as delivered_at,
        a.charging_policy as charging, a.ledger_seq, available_now(a) as available
      from event e
      join clients c using (client_id)
      join client_accounts a using (client_id)
      left join operators o on o.mcc_mnc = e.mcc_mnc
      -- A code that the list does not know still tells its country by its first three digits;
      -- a few operators of a neighbour use them too.
      left join lateral (
        select n.country from operators n
        where o.mcc_mnc is null and e.country is null and e.mcc_mnc <> ''
          and n.mcc_mnc between left(e.mcc_mnc, 3) and left(e.mcc_mnc, 3) || '999'
        group by n.country order by count(*) desc, n.country limit 1
      ) neighbour on true
      left join early_receipts r on r.client_id = e.client_id and r.external_id = e.external_id
      where not exists (select from messages m
        where m.client_id = e.client_id and m.external_id = e.external_id)
    ),
    billed as (
      select *, case when billing in ('charged', 'reserved') then parts * price else 0 end as cost
      from (
        select *, message_billing(accepted, charging,
          message_status(accepted, pending_status, failed_status, failed_at, delivered_at), false)
          as billing
        from fresh
      ) f
    ),
    spent as (
      select client_id, place, asks and cost > coalesce(lag(left_after) over of_client, available)
          as unpaid, coalesce(lag(left_after) over of_client, available) as available
      from (
        select client_id, place, asks, cost, available,
          money_left(available, cost, asks) over (partition by client_id order by place)
            as left_after
        from billed
        -- Only where the money might not suffice: mostly for nobody.
        where client_id in (
          select client_id from billed group by client_id, available
          having bool_or(asks) and sum(cost) > available)
      ) walk
      window of_client as (partition by client_id order by place)
    ),
    judged as (
      select b.*, coalesce(s.unpaid, false) as unpaid, s.available as available_then
      from billed b left join spent s using (client_id, place)
    ),
    charge as (
      select client_id, coalesce(mailing, '') as mailing,
        min(ledger_seq) + row_number() over (partition by client_id order by mailing nulls first)
          as seq
      from judged where not unpaid and billing = 'charged'
      group by client_id, mailing having sum(cost) > 0
    ),
    stored as (
      insert into messages (client_id, external_id, mailing, sent_at, day, channel, sender,
        recipient, country, mcc_mnc, parts, price, accepted, pending_status, failed_status,
        failed_at, delivered_at, charging, charge_seq)
      select j.client_id, j.external_id, j.mailing, j.sent_at, j.day, j.channel, j.sender,
        j.recipient, j.country, j.mcc_mnc, j.parts, j.price, j.accepted, j.pending_status,
        j.failed_status, j.failed_at, j.delivered_at, j.charging, charge.seq
      from judged j
      left join charge on j.billing = 'charged'
        and charge.client_id = j.client_id and charge.mailing = coalesce(j.mailing, '')
      where not j.unpaid
      order by j.client_id, j.external_id
      returning *
    ),
    used as (
      delete from early_receipts r using stored s
      where r.client_id = s.client_id and r.external_id = s.external_id
    ),
    counted as (
      insert into message_statistics as m (client_id, day, channel, sender, country, mcc_mnc,
        sent_messages, sent_parts, delivered_messages, delivered_parts, pending_messages,
        pending_parts, cost)
      select client_id, day, channel, sender, country, mcc_mnc, count(*), sum(parts),
        count(*) filter (where status = 'delivered'),
        coalesce(sum(parts) filter (where status = 'delivered'), 0),
        count(*) filter (where final_at is null),
        coalesce(sum(parts) filter (where final_at is null), 0),
        sum(${messageCost('stored')})
      from stored where accepted
      group by client_id, day, channel, sender, country, mcc_mnc
      order by client_id, day, channel, sender, country, mcc_mnc
      on conflict (client_id, day, channel, sender, country, mcc_mnc) do update set
        sent_messages = m.sent_messages + excluded.sent_messages,
        sent_parts = m.sent_parts + excluded.sent_parts,
        delivered_messages = m.delivered_messages + excluded.delivered_messages,
        delivered_parts = m.delivered_parts + excluded.delivered_parts,
        pending_messages = m.pending_messages + excluded.pending_messages,
        pending_parts = m.pending_parts + excluded.pending_parts,
        cost = m.cost + excluded.cost
    )
    select j.client_id, j.mailing, count(*) filter (where not unpaid) as stored,
      count(*) filter (where not unpaid and billing = 'charged') as messages,
      coalesce(sum(parts) filter (where not unpaid and billing = 'charged'), 0) as parts,
      coalesce(-sum(cost) filter (where not unpaid and billing = 'charged'), 0) as amount,
      min(charge.seq) as seq,
      coalesce(sum(cost) filter (where not unpaid and billing = 'reserved'), 0) as reserved,
      jsonb_agg(jsonb_build_object('place', place, 'cost', cost::text, 'available',
        available_then::text)) filter (where unpaid) as unpaid
    from judged j
    left join charge on charge.client_id = j.client_id
      and charge.mailing = coalesce(j.mailing, '')
    group by j.client_id, j.mailing order by j.client_id, j.mailing nulls first`.execute(trx);
  return rows;
}

const FAILED: readonly string[] = ['undelivered', 'expired', 'unknown'];

/** As given; by the recipient's number when nothing else tells, because +1 and +7 are shared. */
function countryOf({ country, mccMnc, recipient }: MessageEvent): string | null {
  if (country || mccMnc) return country ?? null;
  return parsePhoneNumberFromString(recipient)?.country ?? null;
}
