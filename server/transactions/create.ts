import type { Context } from 'hono';
import { moneySign } from '../../schema/money.ts';
import type { Transaction, TransactionCreate } from '../../schema/transactions.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { requireClient } from '../clients/require.ts';
import type { AppEnv, Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { keyedRequest, markReplayed, once, type KeyedRequest } from '../rest/idempotency.ts';
import { requireRole } from '../rest/role.ts';
import { approvalNeeded } from '../top-up-requests/approval.ts';
import { findTopUpRequest } from '../top-up-requests/list.ts';
import { requestTopUp } from '../top-up-requests/request.ts';
import { insufficientFunds } from './funds.ts';
import { post } from './post.ts';
import { reverse } from './reverse.ts';
import { findTransaction, toTransaction } from './transaction-record.ts';

/**
 * Moves a client's money by hand or for another system, once for each idempotency key. A top-up
 * above the approval limit becomes a request instead, told by status 202.
 */
export async function createTransaction(
  scope: Scope,
  body: TransactionCreate,
  c: Context<AppEnv>,
): Promise<Transaction | TopUpRequest> {
  const request = keyedRequest(c, 'transactions', body);
  requireRole(scope, body.kind);
  const answer = await once(scope.db, request, () => carryOut(scope, body, request));
  if ('done' in answer) {
    if ('requestedBy' in answer.done) c.status(202);
    return answer.done;
  }
  markReplayed(c);
  const { status, resource, recordId } = answer.before;
  if (status === 202) c.status(202);
  return existing(
    await (resource === 'transactions'
      ? findTransaction(scope.db, recordId)
      : findTopUpRequest(scope.db, recordId)),
  );
}

async function carryOut(
  scope: Scope,
  body: TransactionCreate,
  request: KeyedRequest,
): Promise<Transaction | TopUpRequest> {
  if (body.kind === 'reversal') return reverse(scope, body, request);
  const { clientId, kind, amount } = body;
  const comment = body.comment || null;
  if (kind === 'top_up' && (await approvalNeeded(scope, clientId, amount))) {
    return requestTopUp(scope, { clientId, amount, comment }, request);
  }
  const { db, actor, staffCopies } = scope;
  // Money that comes in needs none to be there.
  const guarded = moneySign(amount) < 0;
  const [row] = await post(db, [{ clientId, kind, amount, actor, comment }], {
    guarded,
    request,
    staffCopies,
  });
  if (row) return toTransaction(row);
  await requireClient(db, clientId);
  throw await insufficientFunds(db, clientId);
}
