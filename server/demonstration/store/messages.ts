import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import { messageCost } from '../../messages/cost.ts';
import type { PastStatistics } from '../past-days.ts';
import type { RecentMessage } from '../recent-messages.ts';
import { inPortions } from './json-rows.ts';

/** Stores messages as the ingest would, and counts them into the roll-up of their days. */
export async function storeMessages(
  trx: Transaction<Database>,
  messages: readonly RecentMessage[],
): Promise<void> {
  await inPortions(messages, (portion) =>
    sql`
      insert into messages (client_id, external_id, mailing, sent_at, day, channel, sender,
        recipient, country, mcc_mnc, parts, price, accepted, pending_status, failed_status,
        failed_at, delivered_at, charging)
      select m.client_id, m.external_id, m.mailing, m.sent_at,
        (m.sent_at at time zone c.time_zone)::date, m.channel, m.sender, m.recipient, m.country,
        m.mcc_mnc, m.parts, coalesce(m.price, c.sms_price), m.accepted, m.pending_status,
        m.failed_status, m.failed_at, m.delivered_at, m.charging
      from json_populate_recordset(null::messages, ${portion}) m
      join clients c using (client_id)`.execute(trx),
  );
  await sql`
    insert into message_statistics (client_id, day, channel, sender, country, mcc_mnc,
      sent_messages, sent_parts, delivered_messages, delivered_parts, pending_messages,
      pending_parts, cost)
    select client_id, day, channel, sender, country, mcc_mnc, count(*), sum(parts),
      count(*) filter (where status = 'delivered'),
      coalesce(sum(parts) filter (where status = 'delivered'), 0),
      count(*) filter (where final_at is null),
      coalesce(sum(parts) filter (where final_at is null), 0),
      sum(${messageCost('messages')})
    from messages where accepted
    group by client_id, day, channel, sender, country, mcc_mnc`.execute(trx);
}

/** Stores the roll-up of days whose messages are gone: all of them final, at the clients' prices. */
export async function storePastDays(
  trx: Transaction<Database>,
  rows: readonly PastStatistics[],
): Promise<void> {
  await inPortions(rows, (portion) =>
    sql`
      insert into message_statistics (client_id, day, channel, sender, country, mcc_mnc,
        sent_messages, sent_parts, delivered_messages, delivered_parts, pending_messages,
        pending_parts, cost)
      select s.client_id, s.day, s.channel, s.sender, s.country, s.mcc_mnc, s.sent_messages,
        s.sent_parts, s.delivered_messages, s.delivered_parts, 0, 0,
        s.sent_parts * coalesce(s.price, c.sms_price)
      from json_to_recordset(${portion}) as s (client_id bigint, day date, channel text,
        sender text, country text, mcc_mnc text, sent_messages bigint, sent_parts bigint,
        delivered_messages bigint, delivered_parts bigint, price numeric)
      join clients c using (client_id)`.execute(trx),
  );
}
