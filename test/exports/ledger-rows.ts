import { sql } from 'kysely';
import type { Transaction } from '../../schema/transactions.ts';
import type { TestHost } from '../support/hosts.ts';
import { list } from '../support/requests.ts';

/**
 * Rows straight into a client's ledger, many at once and at times of their own: one every
 * `minutes` from `start` on, of all kinds and both signs. The hashes are not looked at.
 */
export async function fillLedger(
  db: TestHost['db'],
  clientId: number,
  rows: number,
  { start = '2026-10-24T20:00:00.123456Z', minutes = 17 } = {},
): Promise<void> {
  await sql`
    insert into transactions (client_id, seq, occurred_at, kind, amount, balance_after,
      debit_total, hash, mailing, messages, parts, comment, reverses_seq, actor)
    select ${clientId}::bigint, n,
      -- Two rows of each moment.
      ${start}::timestamptz + (n / 2) * interval '1 minute' * ${minutes}::integer,
      (array['charge', 'top_up', 'charge', 'bonus', 'fee'])[n % 5 + 1], amount,
      sum(amount) over (order by n), sum(greatest(amount, 0)) over (order by n), '',
      case when n % 5 in (0, 2) then 'осінь-' || n % 7 end,
      case when n % 5 in (0, 2) then n end, case when n % 5 in (0, 2) then n * 3 end,
      case when n % 5 = 1 then 'Рахунок № ' || n when n % 5 = 4 then '=1+' || n end,
      case when n % 5 = 4 then n - 1 end, 'tester ' || n % 3
    from (
      select n, case when n % 5 in (1, 3) then n * 1.000001 else -n * 0.0352 end as amount
      from generate_series(1, ${rows}::bigint) n
    ) made`.execute(db);
  await sql`
    update client_accounts a
    set ledger_seq = t.seq, balance = t.balance_after, debit_total = t.debit_total
    from transactions t
    where a.client_id = ${clientId} and t.client_id = ${clientId} and t.seq = ${rows}`.execute(db);
}

/** All transactions that a filter finds, as the API answers them. */
export async function listAll(
  app: TestHost['app'],
  filter: object,
  sort: [string, 'ASC' | 'DESC'] = ['id', 'ASC'],
): Promise<Transaction[]> {
  const all: Transaction[] = [];
  for (let at = 0; ; at += 1000) {
    const range: [number, number] = [at, at + 999];
    const { rows, total } = await list<Transaction>(app, 'transactions', filter, sort, range);
    all.push(...rows);
    if (all.length >= total) return all;
  }
}

/** `wallClock('2026-11-20T10:00:00Z', 'Europe/Kyiv')` is `2026-11-20 12:00:00`. */
export function wallClock(instant: string, timeZone: string): string {
  const style = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  // The Swedish locale writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv-SE', style).format(new Date(instant));
}
