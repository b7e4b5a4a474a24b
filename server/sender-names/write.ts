import type { Transaction } from 'kysely';
import type { Database } from '../../schema/database.ts';
import {
  questionnaire,
  type SenderName,
  type SenderNameCreate,
  type SenderNameUpdate,
} from '../../schema/sender-names.ts';
import { recordChange } from '../audit/record.ts';
import { lockAccounts } from '../clients/lock.ts';
import { sqlState } from '../databases/database-problem.ts';
import type { Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { conflict, invalid } from '../rest/problem.ts';
import { parseNumberedId, recordId } from '../rest/record-id.ts';
import { findSenderName } from './list.ts';

/** Registers a name for a client; it waits for moderation as "new". */
export async function createSenderName(
  { db, actor }: Scope,
  { clientId, name, type, questionnaire: answers }: SenderNameCreate,
): Promise<SenderName> {
  try {
    return await db.transaction().execute(async (trx) => {
      const [account] = await lockAccounts(trx, [clientId]);
      if (!account) throw invalid({ clientId: `there is no client ${clientId}` });
      const { nameId } = await trx
        .insertInto('senderNames')
        .values({
          clientId,
          name,
          type,
          questionnaire: JSON.stringify(answers ?? questionnaire.parse({ name })),
        })
        .returning('nameId')
        .executeTakeFirstOrThrow();
      const after = existing(await findSenderName(trx, recordId(clientId, nameId)));
      await recordChange(trx, { ...change(actor, after), action: 'create', after });
      return after;
    });
  } catch (error) {
    if (sqlState(error) === '23505') {
      throw conflict('This client has that name already.', {
        name: 'exists already; upper and lower case do not count',
      });
    }
    throw error;
  }
}

/** Changes what is known about a name; its state moves by moderation only. */
export function updateSenderName(
  { db, actor }: Scope,
  id: string,
  { questionnaire: answers, version }: SenderNameUpdate,
): Promise<SenderName | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await locked(trx, id);
    if (!before) return undefined;
    if (version !== undefined && version !== before.version) {
      throw conflict(
        `Somebody changed this name meanwhile: version ${version} became ${before.version}.`,
      );
    }
    await at(trx.updateTable('senderNames'), id)
      .set({
        ...(answers && { questionnaire: JSON.stringify(answers) }),
        version: before.version + 1,
      })
      .execute();
    const after = existing(await findSenderName(trx, id));
    await recordChange(trx, { ...change(actor, after), action: 'update', before, after });
    return after;
  });
}

/** Deletes a name that nobody has decided about; a decided one stays as a case. */
export function deleteSenderName(
  { db, actor }: Scope,
  id: string,
): Promise<SenderName | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await locked(trx, id);
    if (!before) return undefined;
    if (before.status !== 'new') {
      throw conflict(`A name that is ${before.status} cannot be deleted, only a new one.`);
    }
    await at(trx.deleteFrom('senderNames'), id).execute();
    await recordChange(trx, { ...change(actor, before), action: 'delete', before });
    return before;
  });
}

const change = (actor: string, { id, clientId }: SenderName) => ({
  clientId,
  actor,
  resource: 'sender_names',
  recordId: id,
});

/** Narrows a statement to one name. */
function at<Query extends { where(column: 'clientId' | 'nameId', op: '=', value: number): Query }>(
  query: Query,
  id: string,
): Query {
  const parsed = parseNumberedId(id);
  return query
    .where('clientId', '=', parsed?.clientId ?? 0)
    .where('nameId', '=', parsed?.number ?? 0);
}

async function locked(trx: Transaction<Database>, id: string): Promise<SenderName | undefined> {
  const parsed = parseNumberedId(id);
  if (!parsed) return undefined;
  await lockAccounts(trx, [parsed.clientId]);
  return findSenderName(trx, id);
}
