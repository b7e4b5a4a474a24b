import { sql } from 'kysely';
import type { Money } from '../../schema/money.ts';
import type { Scope } from '../environment.ts';

/** Whether a top-up is so large that a second person must approve it. */
export async function approvalNeeded(
  { db, topUpApproval }: Scope,
  clientId: number,
  amount: Money,
): Promise<boolean> {
  const limits = Object.entries(topUpApproval);
  if (limits.length === 0) return false;
  const above = await db
    .selectFrom('clients as c')
    .select(({ lit }) => lit(true).as('above'))
    .where('c.clientId', '=', clientId)
    .where(
      sql<boolean>`${amount}::numeric > (
      select l.amount::numeric from unnest(${limits.map(([currency]) => currency)}::text[],
        ${limits.map(([, limit]) => limit)}::text[]) as l (currency, amount)
      where l.currency in (c.currency, '*') order by l.currency = '*' limit 1)`,
    )
    .executeTakeFirst();
  return above !== undefined;
}
