import { sql } from 'kysely';
import type { Notice, NoticeUpdate } from '../../schema/notices.ts';
import { recordChange } from '../audit/record.ts';
import type { Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { conflict } from '../rest/problem.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { requireRole } from '../rest/role.ts';
import { findNotice } from './list.ts';

/** Tries a failed notice again, as if for the first time. No other move is a person's to make. */
export async function retryNotice(
  scope: Scope,
  id: string,
  { status }: NoticeUpdate,
): Promise<Notice | undefined> {
  const { db, actor } = scope;
  requireRole(scope, 'notice');
  return db.transaction().execute(async (trx) => {
    const { clientId = 0, number = 0 } = parseNumberedId(id) ?? {};
    // Whoever sends it, or retries it too, waits here.
    await trx
      .selectFrom('notices')
      .select('noticeId')
      .where('clientId', '=', clientId)
      .where('noticeId', '=', number)
      .forUpdate()
      .execute();
    const before = await findNotice(trx, id);
    // react-admin saves whole records, touched or not.
    if (!before || before.status === status) return before;
    if (before.status !== 'failed' || status !== 'pending') {
      throw conflict(
        `A notice that is ${before.status} cannot become ${status}: only a failed one can be tried again, as pending.`,
      );
    }
    await trx
      .updateTable('notices')
      .set({ status, attempts: 0, nextAttemptAt: sql`now()` })
      .where('clientId', '=', clientId)
      .where('noticeId', '=', number)
      .execute();
    const after = existing(await findNotice(trx, id));
    const change = { clientId, actor, action: 'update' as const, resource: 'notices' };
    await recordChange(trx, { ...change, recordId: id, before, after });
    return after;
  });
}
