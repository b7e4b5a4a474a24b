import { sql } from 'kysely';
import type { ExportColumn } from '../exports/columns.ts';
import { purposeOf, type PurposeOf } from './transaction-record.ts';

/**
 * The columns of an exported ledger, by the names of the record's fields. Titles keep the source
 * page's words; they name the currency when all rows have one.
 */
export function transactionColumns(zone: string, currency: string | null) {
  const inCurrency = (title: string) => (currency === null ? title : `${title}, ${currency}`);
  return {
    occurredAt: {
      title: 'Date',
      type: 'instant',
      width: 20,
      value: sql`(t.occurred_at at time zone ${zone})::text`,
    },
    credit: {
      title: inCurrency('Credit'),
      type: 'money',
      width: 16,
      value: sql`case when t.amount < 0 then -t.amount end::text`,
      sum: sql`greatest(-t.amount, 0)`,
    },
    debit: {
      title: inCurrency('Debit'),
      type: 'money',
      width: 16,
      value: sql`case when t.amount > 0 then t.amount end::text`,
      sum: sql`greatest(t.amount, 0)`,
    },
    amount: {
      title: inCurrency('Amount'),
      type: 'money',
      width: 16,
      value: sql`t.amount::text`,
      sum: sql`t.amount`,
    },
    purpose: {
      title: 'Purpose',
      type: 'text',
      width: 40,
      value: sql`json_build_object('kind', t.kind, 'mailing', t.mailing, 'messages', t.messages,
        'parts', t.parts)`,
      cell: (row) => purposeOf(row as PurposeOf),
    },
    comment: { title: 'Comment', type: 'text', width: 40, value: sql`t.comment` },
    balanceAfter: {
      title: inCurrency('Balance after'),
      type: 'money',
      width: 18,
      value: sql`t.balance_after::text`,
    },
    currency: { title: 'Currency', type: 'text', width: 10, value: sql`c.currency` },
    kind: { title: 'Kind', type: 'text', width: 12, value: sql`t.kind` },
    mailing: { title: 'Mailing', type: 'text', width: 30, value: sql`t.mailing` },
    messages: { title: 'Messages', type: 'integer', width: 12, value: sql`t.messages::text` },
    parts: { title: 'Parts', type: 'integer', width: 12, value: sql`t.parts::text` },
    clientId: { title: 'Client ID', type: 'text', width: 12, value: sql`t.client_id::text` },
    id: {
      title: 'Transaction ID',
      type: 'text',
      width: 18,
      value: sql`t.client_id || '-' || t.seq`,
    },
    actor: { title: 'Actor', type: 'text', width: 20, value: sql`t.actor` },
    reversesId: {
      title: 'Reverses',
      type: 'text',
      width: 18,
      value: sql`t.client_id || '-' || t.reverses_seq`,
    },
  } satisfies Record<string, ExportColumn>;
}

/** Without a choice: the source page's columns and the comment. */
export const USUAL_COLUMNS = [
  'occurredAt',
  'credit',
  'debit',
  'purpose',
  'comment',
  'balanceAfter',
] as const;

/** Rows of several clients have to say whose they are. */
export const USUAL_COLUMNS_OF_SEVERAL = ['clientId', ...USUAL_COLUMNS, 'currency'] as const;
