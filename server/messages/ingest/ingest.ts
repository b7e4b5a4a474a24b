import { moneySign } from '../../../schema/money.ts';
import type { IngestResult } from '../../../schema/messages.ts';
import { lockAccounts } from '../../clients/lock.ts';
import type { Scope } from '../../environment.ts';
import { post } from '../../transactions/post.ts';
import { parseItems } from './parse-items.ts';
import { storeEvents } from './store-events.ts';
import { storeReceipts } from './store-receipts.ts';

/**
 * Takes a batch of message events and receipts: stores, counts and charges them in one database
 * transaction, so that a crash leaves all of it or nothing. Delivering the same batch again
 * changes nothing, whatever order its items come in.
 *
 * Events tell what has happened, so they are charged even when the money does not suffice; the
 * balance then lies below the credit limit.
 */
export async function ingest(scope: Scope, items: readonly unknown[]): Promise<IngestResult> {
  const { db, actor, clock } = scope;
  const { events, receipts, rejected } = parseItems(items, clock());
  const named = new Set([...events, ...receipts].map(({ item }) => item.clientId));
  if (named.size === 0) return { accepted: 0, repeated: 0, updated: 0, rejected };

  return db.transaction().execute(async (trx) => {
    const known = new Set(await lockAccounts(trx, [...named]));
    const ofKnown = <Item extends { clientId: number }>(all: { index: number; item: Item }[]) =>
      all.flatMap(({ index, item }) => {
        if (known.has(item.clientId)) return [item];
        rejected.push({ index, message: `clientId: there is no client ${item.clientId}` });
        return [];
      });
    const knownEvents = ofKnown(events);
    const knownReceipts = ofKnown(receipts);

    const mailings = await storeEvents(trx, knownEvents);
    const updated = await storeReceipts(trx, knownReceipts);
    await post(
      trx,
      mailings
        .filter(({ amount }) => moneySign(amount) !== 0)
        .map(({ clientId, mailing, messages, parts, amount }) => ({
          clientId,
          kind: 'charge' as const,
          amount,
          actor,
          mailing,
          messages,
          parts,
        })),
    );
    const accepted = mailings.reduce((sum, { stored }) => sum + stored, 0);
    return {
      accepted,
      updated,
      repeated: knownEvents.length - accepted + knownReceipts.length - updated,
      rejected: rejected.sort((a, b) => a.index - b.index),
    };
  });
}
