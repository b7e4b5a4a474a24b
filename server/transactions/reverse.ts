import { sql, type Transaction as DatabaseTransaction } from 'kysely';
import type { Database } from '../../schema/database.ts';
import type { ReversalCreate, Transaction } from '../../schema/transactions.ts';
import { lockAccounts } from '../clients/lock.ts';
import { requireClient } from '../clients/require.ts';
import type { Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import type { KeyedRequest } from '../rest/idempotency.ts';
import { conflict, invalid } from '../rest/problem.ts';
import { parseNumberedId, recordId } from '../rest/record-id.ts';
import { post } from './post.ts';
import { toTransaction } from './transaction-record.ts';

/**
 * Takes a row back by one of the opposite amount that names it, at most once. It always goes
 * through, even below the credit limit: the row should not have been there.
 */
export function reverse(
  { db, actor, staffCopies }: Scope,
  { clientId, reversesId, comment }: ReversalCreate,
  request: KeyedRequest,
): Promise<Transaction> {
  const parsed = parseNumberedId(reversesId);
  if (parsed?.clientId !== clientId) {
    throw invalid({ reversesId: `is not a transaction of client ${clientId}` });
  }
  const seq = parsed.number;
  return db.transaction().execute(async (trx) => {
    await requireClient(trx, clientId);
    // Whatever refers to the row is committed before this lock is given.
    await lockAccounts(trx, [clientId]);
    const row = await reversible(trx, clientId, seq);
    const [posted] = await post(
      trx,
      [
        {
          clientId,
          kind: 'reversal',
          amount: row.opposite,
          actor,
          comment,
          mailing: row.mailing,
          reversesSeq: seq,
        },
      ],
      { request, staffCopies },
    );
    return toTransaction(existing(posted));
  });
}

async function reversible(trx: DatabaseTransaction<Database>, clientId: number, seq: number) {
  const row = await trx
    .selectFrom('transactions as t')
    .select(['t.kind', 't.mailing', sql<string>`-t.amount`.as('opposite')])
    .select(({ selectFrom }) =>
      selectFrom('transactions as r')
        .select('r.seq')
        .whereRef('r.clientId', '=', 't.clientId')
        .whereRef('r.reversesSeq', '=', 't.seq')
        .orderBy('r.seq')
        .limit(1)
        .as('follower'),
    )
    .where('t.clientId', '=', clientId)
    .where('t.seq', '=', seq)
    .executeTakeFirst();
  if (!row) throw invalid({ reversesId: `there is no transaction ${recordId(clientId, seq)}` });
  if (row.kind === 'reversal' || row.kind === 'refund') {
    throw invalid({ reversesId: `is a ${row.kind}, which cannot be reversed` });
  }
  if (row.follower !== null) {
    const follower = recordId(clientId, row.follower);
    const done = row.kind === 'charge' ? 'reversed or refunded' : 'reversed';
    throw conflict(`Transaction ${recordId(clientId, seq)} has been ${done} by ${follower}.`, {
      reversesId: `has been ${done} by ${follower}`,
    });
  }
  return row;
}
