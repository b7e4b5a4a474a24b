import type { Transaction } from 'kysely';
import type { Database } from '../../schema/database.ts';

interface Change {
  /** null for changes that concern no client. */
  clientId: number | null;
  actor: string;
  action: 'create' | 'update' | 'delete';
  resource: string;
  recordId: string;
  before?: object;
  after?: object;
  reason?: string | null;
}

/** Writes a change into the audit log, in the transaction that makes it. */
export async function recordChange(trx: Transaction<Database>, change: Change): Promise<void> {
  const { clientId, actor, action, resource, recordId, reason } = change;
  const [before, after] = changedFields(change.before, change.after);
  await trx
    .insertInto('audit')
    .values({ clientId: clientId ?? 0, actor, action, resource, recordId, before, after, reason })
    .execute();
}

/** Whether a change would change anything: react-admin saves whole records, touched or not. */
export function differs(before: object, wanted: object): boolean {
  const old = new Map(Object.entries(before));
  return Object.entries(wanted).some(
    ([key, value]) => value !== undefined && !isSame(value, old.get(key)),
  );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Of an update only the fields that differ; of a creation or deletion the whole record. */
function changedFields(before?: object, after?: object): [string | null, string | null] {
  if (!before || !after) return [json(before), json(after)];
  const old = Object.entries(before);
  const now = new Map(Object.entries(after));
  const changed = old.filter(([key, value]) => !isSame(value, now.get(key))).map(([key]) => key);
  const pick = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => changed.includes(key)));
  return [json(pick(before)), json(pick(after))];
}

const json = (record?: object) => (record ? JSON.stringify(record) : null);
