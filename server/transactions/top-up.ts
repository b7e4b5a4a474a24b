import { sql, type Transaction as DatabaseTransaction } from 'kysely';
import type { Context } from 'hono';
import type { Database } from '../../schema/database.ts';
import type { TopUp, Transaction } from '../../schema/transactions.ts';
import { recordChange } from '../audit/record.ts';
import { lockAccounts } from '../clients/lock.ts';
import type { AppEnv, Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { keyReused, markReplayed, requiredKey } from '../rest/idempotency.ts';
import { invalid } from '../rest/problem.ts';
import { recordId } from '../rest/record-id.ts';
import { post } from './post.ts';
import { findTransaction } from './transaction-record.ts';

/** Puts money into a client's account, once for each idempotency key. */
export async function topUp(
  { db, actor }: Scope,
  body: TopUp,
  c: Context<AppEnv>,
): Promise<Transaction> {
  const key = requiredKey(c, body.idempotencyKey);
  const { clientId, kind, amount } = body;
  const comment = body.comment || null;
  return db.transaction().execute(async (trx) => {
    // Requests with the same key follow each other here, so the second one sees the first.
    const [account] = await lockAccounts(trx, [clientId]);
    if (!account) throw invalid({ clientId: `there is no client ${clientId}` });

    const before = await postedBefore(trx, clientId, key, amount);
    if (before) {
      if (before.kind !== kind || !before.sameAmount || before.comment !== comment) {
        throw keyReused();
      }
      markReplayed(c);
      return existing(await findTransaction(trx, recordId(clientId, before.seq)));
    }
    const [posted] = await post(trx, [
      { clientId, kind, amount, actor, comment, idempotencyKey: key },
    ]);
    const { seq } = existing(posted);
    const after = existing(await findTransaction(trx, recordId(clientId, seq)));
    await recordChange(trx, {
      clientId,
      actor,
      action: 'create',
      resource: 'transactions',
      recordId: after.id,
      after,
    });
    return after;
  });
}

function postedBefore(
  trx: DatabaseTransaction<Database>,
  clientId: number,
  key: string,
  amount: string,
) {
  return (
    trx
      .selectFrom('transactions')
      .select(['seq', 'kind', 'comment'])
      // "5" and "5.00" are the same request.
      .select(sql<boolean>`amount = ${amount}`.as('sameAmount'))
      .where('clientId', '=', clientId)
      .where('idempotencyKey', '=', key)
      .executeTakeFirst()
  );
}
