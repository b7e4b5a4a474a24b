import { calendarDate } from '../../schema/fields.ts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Condition } from './list-definition.ts';
import { badRequest } from './problem.ts';

/** List filters `from` and `to`: first and last day, both inclusive. */
export const periodParams = { from: calendarDate.optional(), to: calendarDate.optional() };

export interface PeriodParams {
  from?: string | undefined;
  to?: string | undefined;
}

/** The period as two instants, `>= from` and `< to`; null where it is open. */
export interface Bounds {
  from: string | null;
  to: string | null;
}

/**
 * Days become instants by the zone of the one client that is asked about, else by the
 * installation's. The database does it, so that days of 23 and 25 hours come out right.
 */
export async function periodBounds(
  db: Kysely<Database>,
  { from, to }: PeriodParams,
  client: number | undefined,
  reportingTimeZone: string,
): Promise<Bounds> {
  if (from === undefined && to === undefined) return { from: null, to: null };
  const fault = periodFault({ from, to });
  if (fault) throw badRequest(`Bad filter: ${fault}.`);
  const zone = await db
    .selectFrom('clients')
    .select('timeZone')
    .where('clientId', '=', client ?? 0)
    .executeTakeFirst();
  const name = zone?.timeZone ?? reportingTimeZone;
  const { rows } = await sql<Bounds>`
    select ${from ?? null}::date::timestamp at time zone ${name} as "from",
      (${to ?? null}::date + 1)::timestamp at time zone ${name} as "to"`.execute(db);
  return rows[0] ?? { from: null, to: null };
}

/** What is wrong with a period, or null: it ends before it begins. */
export function periodFault({ from, to }: PeriodParams): string | null {
  const reversed = from !== undefined && to !== undefined && from > to;
  return reversed ? `from ${from} is after to ${to}` : null;
}

/** `within('t.occurredAt', bounds)`: the half-open interval as SQL. */
export function within(column: string, { from, to }: Bounds): RawBuilder<boolean> {
  const ref = sql.ref(column);
  const limits = [
    ...(from === null ? [] : [sql`${ref} >= ${from}`]),
    ...(to === null ? [] : [sql`${ref} < ${to}`]),
  ];
  return limits.length > 0 ? sql<boolean>`(${sql.join(limits, sql` and `)})` : sql<boolean>`true`;
}

/** The client when the filter asks for just one. */
export function singleClient(conditions: readonly Condition[]): number | undefined {
  const values = conditions
    .filter(({ field, operator }) => field === 'clientId' && operator === '=')
    .map(({ value }) => Number(value));
  return values.length === 1 ? values[0] : undefined;
}
