import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import type { Calendar } from '../calendar.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { inPortions } from './json-rows.ts';

/**
 * Gathers all that moves money in a temporary table `movements`, in no order and without balances:
 * the given entries, and what the messages and the roll-up cost.
 */
export async function gatherMovements(
  trx: Transaction<Database>,
  entries: readonly LedgerEntry[],
  { firstRawDay }: Calendar,
): Promise<void> {
  await sql`
    create temporary table movements (
      client_id bigint, occurred_at timestamptz, kind text collate "C", amount numeric, pays text,
      mailing text collate "C", messages integer, parts bigint, comment text, actor text,
      key text collate "C", reverses text collate "C", seq bigint
    ) on commit drop`.execute(trx);
  await inPortions(entries, (portion) =>
    sql`
      insert into movements
      select client_id, occurred_at, kind, amount, pays, null, null, null, comment, actor, key,
        reverses
      from json_populate_recordset(null::movements, ${portion})`.execute(trx),
  );
  await CHARGES_OF_MESSAGES.execute(trx);
  // New tables have no statistics, and joining them without takes minutes.
  await sql`analyze movements, messages`.execute(trx);
  await REFUNDS.execute(trx);
  await chargesBefore(firstRawDay).execute(trx);
}

/**
 * One charge a mailing when it began, and one a day for the messages of no mailing; where messages
 * are paid on delivery, when the last of them had arrived.
 */
const CHARGES_OF_MESSAGES = sql`
  insert into movements (client_id, occurred_at, kind, amount, mailing, messages, parts, actor, key)
  select client_id, case when charging = 'on_delivery' then max(delivered_at)
      when mailing is null then max(sent_at) else min(sent_at) end, 'charge',
    -sum(parts * price), mailing, count(*), sum(parts), 'gateway',
    coalesce('mailing ' || mailing, 'day ' || day)
  from messages where accepted and (charging = 'on_submit' or status = 'delivered')
  group by client_id, charging, mailing, day
  having sum(parts * price) > 0`;

/** Days whose messages are gone were charged in the evening, a few minutes apart. */
const chargesBefore = (day: string) => sql`
  insert into movements (client_id, occurred_at, kind, amount, messages, parts, actor, key)
  select s.client_id, (s.day + time '22:00') at time zone c.time_zone + s.client_id % 50 *
    interval '1 minute', 'charge', -sum(s.cost), sum(s.sent_messages), sum(s.sent_parts),
    'gateway', 'day ' || s.day
  from message_statistics s join clients c using (client_id)
  where s.day < ${day}
  group by s.client_id, c.time_zone, s.day
  having sum(s.cost) > 0`;

/** What a gateway refused after it had been charged is given back. */
const REFUNDS = sql`
  insert into movements (client_id, occurred_at, kind, amount, mailing, messages, parts, comment,
    actor, key, reverses)
  select client_id, greatest(max(m.failed_at), c.occurred_at), 'refund', sum(m.parts * m.price),
    m.mailing, count(*), sum(m.parts), 'Refused by a gateway', 'gateway', 'refund of ' || c.key,
    c.key
  from messages m
  join movements c using (client_id)
  where m.accepted and m.charging = 'on_submit' and m.status = 'rejected' and c.kind = 'charge'
    and c.key = coalesce('mailing ' || m.mailing, 'day ' || m.day)
  group by client_id, m.mailing, c.key, c.occurred_at
  having sum(m.parts * m.price) > 0`;
