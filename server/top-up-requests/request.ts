import type { Money } from '../../schema/money.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { recordChange } from '../audit/record.ts';
import { lockAccounts } from '../clients/lock.ts';
import { requireClient } from '../clients/require.ts';
import type { Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { storeAnswer, type KeyedRequest } from '../rest/idempotency.ts';
import { recordId } from '../rest/record-id.ts';
import { findTopUpRequest } from './list.ts';

/** Puts a top-up aside for a second person. No money moves yet. */
export function requestTopUp(
  { db, actor }: Scope,
  topUp: { clientId: number; amount: Money; comment: string | null },
  request: KeyedRequest,
): Promise<TopUpRequest> {
  const { clientId } = topUp;
  return db.transaction().execute(async (trx) => {
    await requireClient(trx, clientId);
    // Nobody changes the currency meanwhile, or deletes the client.
    await lockAccounts(trx, [clientId]);
    const { requestId } = await trx
      .insertInto('topUpRequests')
      .values({ ...topUp, requestedBy: actor })
      .returning('requestId')
      .executeTakeFirstOrThrow();
    const id = recordId(clientId, requestId);
    await storeAnswer(trx, request, { status: 202, resource: 'top_up_requests', recordId: id });
    const after = existing(await findTopUpRequest(trx, id));
    const change = { clientId, actor, action: 'create' as const, resource: 'top_up_requests' };
    await recordChange(trx, { ...change, recordId: id, after, reason: topUp.comment });
    return after;
  });
}
