import type { Context } from 'hono';
import { sql } from 'kysely';
import type { CreditLimit, CreditLimitCreate } from '../../schema/credit-limits.ts';
import { recordChange } from '../audit/record.ts';
import { lockAccounts } from '../clients/lock.ts';
import type { AppEnv, Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import {
  keyedRequest,
  markReplayed,
  once,
  storeAnswer,
  type KeyedRequest,
} from '../rest/idempotency.ts';
import { invalid } from '../rest/problem.ts';
import { recordId } from '../rest/record-id.ts';
import { requireRole } from '../rest/role.ts';
import { creditLimitNotice } from './notice.ts';
import { endLimits } from './end.ts';
import { findCreditLimit } from './list.ts';
import { replaceLimit } from './replace.ts';

/**
 * Replaces a client's credit limit, once for each idempotency key. No money moves: a limit below
 * what is used stops spending and takes nothing back.
 */
export async function setCreditLimit(
  scope: Scope,
  body: CreditLimitCreate,
  c: Context<AppEnv>,
): Promise<CreditLimit> {
  const request = keyedRequest(c, 'credit_limits', body);
  requireRole(scope, 'credit_limit');
  const answer = await once(scope.db, request, () => carryOut(scope, body, request));
  if ('done' in answer) return answer.done;
  markReplayed(c);
  return existing(await findCreditLimit(scope.db, answer.before.recordId));
}

function carryOut(
  { db, actor, staffCopies }: Scope,
  { clientId, amount, notify, expiresAt = null, reason }: CreditLimitCreate,
  request: KeyedRequest,
): Promise<CreditLimit> {
  return db.transaction().execute(async (trx) => {
    const [account] = await lockAccounts(trx, [clientId]);
    if (account === undefined) throw invalid({ clientId: `there is no client ${clientId}` });
    if (expiresAt !== null) {
      const { future } = await trx
        .selectNoFrom(sql<boolean>`${expiresAt}::timestamptz > now()`.as('future'))
        .executeTakeFirstOrThrow();
      if (!future) throw invalid({ expiresAt: 'must lie in the future' });
    }
    // The limit before may have ended, and nobody has written it down yet.
    await endLimits(trx, { clientIds: [clientId], staffCopies });
    const number = await replaceLimit(trx, {
      clientId,
      amount,
      expiresAt,
      reason: reason || null,
      notify,
      actor,
      staffCopies,
    });
    const id = recordId(clientId, number);
    if (notify) await creditLimitNotice(trx, clientId, number);
    await storeAnswer(trx, request, { status: 201, resource: 'credit_limits', recordId: id });
    const after = existing(await findCreditLimit(trx, id));
    const change = { clientId, actor, action: 'create' as const, resource: 'credit_limits' };
    await recordChange(trx, { ...change, recordId: id, after, reason: after.reason });
    return after;
  });
}
