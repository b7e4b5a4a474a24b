/**
 * A record that its own transaction has just written or locked, so that it must be there.
 *
 * @example const after = existing(await findClient(trx, clientId));
 */
export function existing<Record>(record: Record | undefined): Record {
  if (record === undefined) throw new Error('A record is gone within its own transaction.');
  return record;
}
