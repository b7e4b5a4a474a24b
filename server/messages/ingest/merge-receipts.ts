import { sql, type RawBuilder } from 'kysely';

/**
 * What two sets of receipts come to, for tables or aliases `a` and `b` that have the receipt
 * columns. The result does not depend on which one came first: the earliest failure and the
 * earliest delivery remain, and "sent" outlasts "queued".
 */
export function mergedReceipts(a: string, b: string): Record<ReceiptColumn, RawBuilder<unknown>> {
  const of = (table: string, column: ReceiptColumn) => sql.ref(`${table}.${column}`);
  const failedFirst = sql`(${of(a, 'failedAt')}, ${of(a, 'failedStatus')}) <=
    (${of(b, 'failedAt')}, ${of(b, 'failedStatus')})`;
  return {
    // "queued" < "sent", also in the alphabet.
    pendingStatus: sql`greatest(${of(a, 'pendingStatus')}, ${of(b, 'pendingStatus')})`,
    failedStatus: sql`case
      when ${of(b, 'failedAt')} is null or (${of(a, 'failedAt')} is not null and ${failedFirst})
      then ${of(a, 'failedStatus')} else ${of(b, 'failedStatus')} end`,
    failedAt: sql`least(${of(a, 'failedAt')}, ${of(b, 'failedAt')})`,
    deliveredAt: sql`least(${of(a, 'deliveredAt')}, ${of(b, 'deliveredAt')})`,
  };
}

type ReceiptColumn = 'pendingStatus' | 'failedStatus' | 'failedAt' | 'deliveredAt';
