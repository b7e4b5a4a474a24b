import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import { instantOf, type Calendar } from '../calendar.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { inPortions } from './json-rows.ts';

/**
 * Gathers all that moves money in a temporary table `movements`, in no order and without balances:
 * the given entries, and what the messages and the roll-up cost.
 */
export async function gatherMovements(
  trx: Transaction<Database>,
  entries: readonly LedgerEntry[],
  { now, firstRawDay }: Calendar,
): Promise<void> {
  await sql`
    create temporary table movements (
      client_id bigint, occurred_at timestamptz, kind text collate "C", amount numeric, pays text,
      mailing text collate "C", messages integer, parts bigint, comment text, actor text,
      key text collate "C", reverses text collate "C"
    ) on commit drop`.execute(trx);
  await inPortions(entries, (portion) =>
    sql`
      insert into movements
      select client_id, occurred_at, kind, amount, pays, null, null, null, comment, actor, key,
        reverses
      from json_populate_recordset(null::movements, ${portion})`.execute(trx),
  );
  await CHARGES_OF_MESSAGES.execute(trx);
  await refundsUntil(instantOf(now)).execute(trx);
  await chargesBefore(firstRawDay).execute(trx);
}

/** One charge a mailing when it began, and one a day for the messages of no mailing. */
const CHARGES_OF_MESSAGES = sql`
  insert into movements (client_id, occurred_at, kind, amount, mailing, messages, parts, actor, key)
  select client_id, case when mailing is null then max(sent_at) else min(sent_at) end, 'charge',
    -sum(parts * price), mailing, count(*), sum(parts), 'gateway',
    coalesce('mailing ' || mailing, 'day ' || day)
  from messages where accepted
  group by client_id, mailing, day
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

/** What failed of some mailings (price lists) is given back when nothing more is told of it. */
const refundsUntil = (now: string) => sql`
  insert into movements (client_id, occurred_at, kind, amount, mailing, messages, parts, comment,
    actor, key, reverses)
  select client_id, max(sent_at) + interval '16 hours', 'refund', sum(parts * price), mailing,
    count(*), sum(parts), 'Fault of a gateway', 'gateway', 'refund of ' || mailing,
    'mailing ' || mailing
  from messages
  where accepted and mailing like 'Price list%' and status in ('undelivered', 'expired', 'unknown')
  group by client_id, mailing
  having sum(parts * price) > 0 and max(sent_at) + interval '16 hours' <= ${now}`;
