import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import { UNKNOWN_COUNTRY } from '../../../schema/countries.ts';
import type { MessageEvent } from '../../../schema/messages.ts';
import { mergedReceipts } from './merge-receipts.ts';

/** New messages of one client and mailing, and what they cost. */
export interface StoredMailing {
  clientId: number;
  mailing: string | null;
  /** New rows, the ones refused before sending among them. */
  stored: number;
  messages: number;
  parts: number;
  /** Signed as the ledger has it: money out, or zero. */
  amount: string;
}

/**
 * Stores the messages that are new and counts them into the roll-up of their day, together with
 * the receipts that came before them. One statement; events that are there already change nothing.
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
    stored as (
      insert into messages (client_id, external_id, mailing, sent_at, day, channel, sender,
        recipient, country, mcc_mnc, parts, price, accepted, pending_status, failed_status,
        failed_at, delivered_at)
      select e.client_id, e.external_id, e.mailing, e.sent_at,
        (e.sent_at at time zone c.time_zone)::date, e.channel, e.sender, e.recipient,
        coalesce(e.country, o.country, neighbour.country, ${UNKNOWN_COUNTRY}), e.mcc_mnc, e.parts,
        coalesce(e.price, c.sms_price), e.accepted, ${merged.pendingStatus},
        ${merged.failedStatus}, ${merged.failedAt}, ${merged.deliveredAt}
      from event e
      join clients c using (client_id)
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
      order by e.client_id, e.external_id
      on conflict (client_id, external_id) do nothing
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
        sum(parts * price)
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
    select client_id, mailing, count(*) as stored,
      count(*) filter (where accepted) as messages,
      coalesce(sum(parts) filter (where accepted), 0) as parts,
      coalesce(-sum(parts * price) filter (where accepted), 0) as amount
    from stored group by client_id, mailing order by client_id, mailing nulls first`.execute(trx);
  return rows;
}

const FAILED: readonly string[] = ['undelivered', 'expired', 'unknown'];

/** As given; by the recipient's number when nothing else tells, because +1 and +7 are shared. */
function countryOf({ country, mccMnc, recipient }: MessageEvent): string | null {
  if (country || mccMnc) return country ?? null;
  return parsePhoneNumberFromString(recipient)?.country ?? null;
}
