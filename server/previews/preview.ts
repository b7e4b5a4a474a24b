import { sql, type RawBuilder } from 'kysely';
import type { Money } from '../../schema/money.ts';
import type { Preview, PreviewKind } from '../../schema/previews.ts';
import type { Scope } from '../environment.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { approvalNeeded } from '../top-up-requests/approval.ts';

/** An entry that is being thought of: an amount or, of a reversal, the row that it takes back. */
export interface PreviewQuery {
  clientId: number;
  kind: PreviewKind;
  amount?: Money | undefined;
  reversesId?: string | undefined;
}

/**
 * What an entry would come to, computed where the money is. undefined: there is no such client,
 * or no such row to reverse.
 */
export async function findPreview(scope: Scope, query: PreviewQuery): Promise<Preview | undefined> {
  const { clientId, kind, amount } = query;
  const moved = movement(query);
  const limit = kind === 'credit_limit' ? sql`${amount}::numeric(20, 6)` : sql`credit_limit`;
  const { rows } = await sql<Omit<Preview, 'id' | 'needsApproval'>>`
    select client_id, currency, balance, credit_limit, available,
      (balance + moved)::numeric(20, 6) as balance_after,
      credit_limit_after,
      (available + moved + credit_limit_after - credit_limit)::numeric(20, 6) as available_after,
      ${kind === 'fee' || kind === 'adjustment' ? sql`moved < 0 and available + moved < 0` : sql`false`}
        as insufficient,
      ${repeatedAt(query)} as repeated_at
    from (
      select *, ${moved} as moved, ${limit} as credit_limit_after from (
        select a.client_id, c.currency, a.balance, available_now(a) as available,
          credit_limit_now(a) as credit_limit
        from client_accounts a join clients c using (client_id)
        where a.client_id = ${clientId}
      ) account
    ) entry
    where moved is not null`.execute(scope.db);
  const [found] = rows;
  const needsApproval =
    kind === 'top_up' && amount !== undefined && (await approvalNeeded(scope, clientId, amount));
  return found && { id: previewId(query), ...found, needsApproval };
}

/** By how much the balance would move. */
function movement({ clientId, kind, amount, reversesId = '' }: PreviewQuery): RawBuilder<Money> {
  if (kind === 'credit_limit') return sql`0::numeric`;
  if (kind !== 'reversal') return sql`${amount}::numeric`;
  const row = parseNumberedId(reversesId);
  return sql`(select -amount from transactions
    where client_id = ${clientId} and seq = ${row?.clientId === clientId ? row.number : 0})`;
}

/** When the same was entered a moment ago: people press twice, or two people do the same. */
function repeatedAt({ clientId, kind, amount }: PreviewQuery): RawBuilder<string | null> {
  if (kind === 'reversal' || kind === 'credit_limit') return sql`null::timestamptz`;
  const requested =
    kind === 'top_up'
      ? sql`union all
        select requested_at from top_up_requests
        where client_id = ${clientId} and amount = ${amount} and status in ('pending', 'approved')
          and requested_at > now() - interval '2 minutes'`
      : sql``;
  return sql`(select max(at) from (
    select occurred_at as at from transactions
    where client_id = ${clientId} and kind = ${kind} and amount = ${amount}
      and occurred_at > now() - interval '2 minutes'
    ${requested}) recent)`;
}

/** `12:top_up:100`, `12:reversal:12-7`: react-admin keeps records by their ids. */
export function previewId({ clientId, kind, amount, reversesId }: PreviewQuery): string {
  return [clientId, kind, amount ?? reversesId].join(':');
}
