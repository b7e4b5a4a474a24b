import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { parseNumberedId, recordId } from '../rest/record-id.ts';

/** Ledger rows `t` with what their record needs of the client `c`. */
export function selectTransactions(db: Kysely<Database>) {
  return db
    .selectFrom('transactions as t')
    .innerJoin('clients as c', 'c.clientId', 't.clientId')
    .select([
      't.clientId',
      't.seq',
      't.occurredAt',
      't.kind',
      't.amount',
      sql<string | null>`case when t.amount < 0 then -t.amount end`.as('credit'),
      sql<string | null>`case when t.amount > 0 then t.amount end`.as('debit'),
      't.comment',
      't.balanceAfter',
      'c.currency',
      't.mailing',
      't.messages',
      't.parts',
      't.reversesSeq',
      sql<number | null>`(select r.seq from transactions r where r.client_id = t.client_id
        and r.reverses_seq = t.seq and r.kind = 'reversal')`.as('reversedBySeq'),
      't.actor',
    ]);
}

export type SelectedTransaction = Awaited<
  ReturnType<ReturnType<typeof selectTransactions>['execute']>
>[number];

/** The wire's record of a selected row. */
export function toTransaction(selected: SelectedTransaction): Transaction {
  const { reversesSeq, reversedBySeq, ...row } = selected;
  const idOf = (seq: number | null) => (seq === null ? null : recordId(row.clientId, seq));
  return {
    id: recordId(row.clientId, row.seq),
    ...row,
    purpose: purposeOf(row),
    reversesId: idOf(reversesSeq),
    reversedById: idOf(reversedBySeq),
  };
}

/** One ledger row, or undefined. */
export async function findTransaction(
  db: Kysely<Database>,
  id: string,
): Promise<Transaction | undefined> {
  const parsed = parseNumberedId(id);
  if (!parsed) return undefined;
  const row = await selectTransactions(db)
    .where('t.clientId', '=', parsed.clientId)
    .where('t.seq', '=', parsed.number)
    .executeTakeFirst();
  return row && toTransaction(row);
}

const PURPOSES: Record<Transaction['kind'], string> = {
  top_up: 'Top-up',
  bonus: 'Bonus',
  charge: 'Messages',
  refund: 'Refund',
  reversal: 'Reversal',
  adjustment: 'Adjustment',
  fee: 'Fee',
};

/** What the purpose of a row is told from. */
export type PurposeOf = Pick<SelectedTransaction, 'kind' | 'mailing' | 'messages' | 'parts'>;

/** English for those who read the API; screens translate kind, mailing and counts themselves. */
export function purposeOf({ kind, mailing, messages, parts }: PurposeOf): string {
  const subject = kind === 'charge' && mailing !== null ? `Mailing ${mailing}` : PURPOSES[kind];
  return messages === null ? subject : `${subject}: ${messages} messages, ${parts} parts`;
}
