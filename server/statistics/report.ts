import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Channel } from '../../schema/messages.ts';
import type { Grouping } from '../../schema/statistics.ts';
import { periodFault } from '../rest/period-filter.ts';

/** What a report is about. Without dates it covers all time, except by day. */
export interface Report {
  clientId: number;
  groupBy: Grouping;
  from?: string | undefined;
  to?: string | undefined;
  channel?: Channel | undefined;
}

/** The most days of a report by day, which lists them all: ten years. */
const MAX_DAYS = 3660;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What is wrong with a report, or null. */
export function reportFault({ groupBy, from, to }: Report): string | null {
  if (groupBy === 'day') {
    if (from === undefined || to === undefined) return 'a report by day needs both from and to';
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days > MAX_DAYS) return `a report by day covers at most ${MAX_DAYS} days`;
  }
  return periodFault({ from, to });
}

export interface ReportRow {
  key: string;
  group: string;
  day: string | null;
  country: string | null;
  mccMnc: string | null;
  operator: string | null;
  sender: string | null;
  sentMessages: number;
  sentParts: number;
  deliveredMessages: number;
  deliveredParts: number;
  pendingParts: number;
  efficiency: string | null;
  price: string;
  currency: string;
}

/** What a grouping groups by, and how its groups `g` are told apart and called. */
interface Group {
  columns: readonly ('day' | 'country' | 'mcc_mnc' | 'sender')[];
  key: RawBuilder<string>;
  label: RawBuilder<string>;
}

const COUNTRY = sql<string>`coalesce(co.name, 'Unknown country')`;
const BY_SENDER: Group = { columns: ['sender'], key: sql`g.sender`, label: sql`g.sender` };

const GROUPS: Record<Grouping, Group> = {
  day: { columns: ['day'], key: sql`g.day::text`, label: sql`g.day::text` },
  operator: {
    columns: ['country', 'mcc_mnc'],
    key: sql`g.country || g.mcc_mnc`,
    label: sql`${COUNTRY} || ' - ' || coalesce(o.name, 'Unknown operator')`,
  },
  sender: BY_SENDER,
  viber_sender: BY_SENDER,
  country: { columns: ['country'], key: sql`g.country`, label: COUNTRY },
  total: { columns: [], key: sql`'total'`, label: sql`'Total'` },
};

/**
 * A report as a sub-select named `r`, one row a group. Every grouping of the same client, period
 * and channel covers the same rows of the roll-up, so all of them add up to the same total.
 */
export function reportQuery(report: Report): RawBuilder<ReportRow> {
  const { key, label, columns } = GROUPS[report.groupBy];
  const grouped = columns.length > 0 ? sql`group by ${sql.raw(columns.join(', '))}` : sql``;
  const column = (name: Group['columns'][number]) =>
    columns.includes(name) ? sql`g.${sql.raw(name)}` : sql`null::text`;
  return sql<ReportRow>`(
    select ${key} as key, ${label} collate "und-x-icu" as "group", ${column('day')} as day,
      ${column('country')} as country, nullif(${column('mcc_mnc')}, '') as mcc_mnc,
      o.name as operator, ${column('sender')} as sender, g.sent_messages, g.sent_parts,
      g.delivered_messages, g.delivered_parts, g.pending_parts,
      g.delivered_parts::numeric / nullif(g.sent_parts, 0) as efficiency, g.price, c.currency
    from clients c
    cross join (
      select ${sql.raw([...columns, ...SUMS].join(', '))} from ${source(report)} s ${grouped}
    ) g
    left join operators o on o.mcc_mnc = ${column('mcc_mnc')}
    left join countries co on co.code = ${column('country')}
    where c.client_id = ${report.clientId}
  ) r`;
}

const SUMS = [
  ...['sent_messages', 'sent_parts', 'delivered_messages', 'delivered_parts', 'pending_parts'].map(
    (name) => `coalesce(sum(${name}), 0)::bigint as ${name}`,
  ),
  'coalesce(sum(cost), 0.000000) as price',
];

/** How many groups a report has. */
export async function countGroups(db: Kysely<Database>, report: Report): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${reportQuery(report)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** The rows of the roll-up that a report covers. By day, days without traffic are listed too. */
function source({ clientId, groupBy, from, to, channel }: Report): RawBuilder<unknown> {
  const only = groupBy === 'viber_sender' ? 'viber' : channel;
  const rows = sql`(
    select * from message_statistics where client_id = ${clientId}
      ${from === undefined ? sql`` : sql`and day >= ${from}`}
      ${to === undefined ? sql`` : sql`and day <= ${to}`}
      ${only === undefined ? sql`` : sql`and channel = ${only}`}
  )`;
  if (groupBy !== 'day') return rows;
  return sql`(
    select * from (
      select d::date as day from generate_series(
        ${from}::date::timestamp, ${to}::date::timestamp, interval '1 day') d
    ) every_day left join ${rows} f using (day)
  )`;
}
