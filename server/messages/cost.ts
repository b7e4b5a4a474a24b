import { sql, type RawBuilder } from 'kysely';
import type { Money } from '../../schema/money.ts';

/**
 * What a message counts for in the statistics of its day. It follows from its state alone, so
 * that the order of the receipts makes no difference; money that is given back later stays in it.
 */
export function messageCost(table: string): RawBuilder<Money> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql<Money>`case when ${of('accepted')}
    and (${of('charging')} = 'on_submit' or ${of('status')} = 'delivered')
    then ${of('parts')} * ${of('price')} else 0.000000 end`;
}
