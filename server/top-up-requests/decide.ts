import { sql } from 'kysely';
import type { TopUpDecision, TopUpRequest } from '../../schema/top-up-requests.ts';
import { recordChange } from '../audit/record.ts';
import type { Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { conflict, forbidden, invalid } from '../rest/problem.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { requireRole } from '../rest/role.ts';
import { post } from '../transactions/post.ts';
import { findTopUpRequest } from './list.ts';

/**
 * Approves, rejects or withdraws a request, once. Approving posts the top-up in the same
 * transaction; nobody approves a request of their own.
 */
export async function decideTopUpRequest(
  scope: Scope,
  id: string,
  decision: TopUpDecision,
): Promise<TopUpRequest | undefined> {
  const { db, actor, staffCopies } = scope;
  const parsed = parseNumberedId(id);
  if (!parsed) return undefined;
  requireRole(scope, 'approval');
  return db.transaction().execute(async (trx) => {
    const key = trx
      .selectFrom('topUpRequests')
      .select('requestId')
      .where('clientId', '=', parsed.clientId)
      .where('requestId', '=', parsed.number);
    // Two people deciding at once follow each other here.
    if (!(await key.forUpdate().executeTakeFirst())) return undefined;
    const before = existing(await findTopUpRequest(trx, id));
    // react-admin may save a record again that it has saved before.
    if (before.status === decision.status && before.decidedBy === actor) return before;
    refuse(before, decision, actor);
    const { clientId, amount, comment, requestedBy } = before;
    const [posted] =
      decision.status === 'approved'
        ? await post(trx, [{ clientId, kind: 'top_up', amount, comment, actor: requestedBy }], {
            staffCopies,
          })
        : [];
    await trx
      .updateTable('topUpRequests')
      .set({
        status: decision.status,
        decidedBy: actor,
        decidedAt: sql<string>`now()`,
        reason: decision.reason || null,
        transactionSeq: posted?.seq ?? null,
      })
      .where('clientId', '=', clientId)
      .where('requestId', '=', parsed.number)
      .execute();
    const after = existing(await findTopUpRequest(trx, id));
    const change = { clientId, actor, action: 'update' as const, resource: 'top_up_requests' };
    await recordChange(trx, { ...change, recordId: id, before, after, reason: after.reason });
    return after;
  });
}

function refuse(before: TopUpRequest, { status, reason }: TopUpDecision, actor: string): void {
  if (before.status !== 'pending') {
    throw conflict(`This top-up has been ${before.status} by ${before.decidedBy} already.`);
  }
  const own = before.requestedBy === actor;
  if (status === 'withdrawn' && !own) {
    throw forbidden(`Only ${before.requestedBy}, who asked for it, may withdraw this top-up.`);
  }
  if (status === 'approved' && own) {
    throw forbidden('A second person must approve this top-up: you asked for it yourself.');
  }
  if (status === 'rejected' && !reason) throw invalid({ reason: 'must say why' });
}
