import type { Transaction } from 'kysely';
import type { Database } from '../../../schema/database.ts';
import type { IngestResult, MessageEvent, MessageReceipt } from '../../../schema/messages.ts';
import { moneySign } from '../../../schema/money.ts';
import { lockAccounts } from '../../clients/lock.ts';
import type { Scope } from '../../environment.ts';
import { parseItems } from './parse-items.ts';
import { settle } from './settle.ts';
import { storeEvents } from './store-events.ts';
import { storeReceipts } from './store-receipts.ts';

/**
 * Takes a batch of message events and receipts: stores, counts and charges them in one database
 * transaction, so that a crash leaves all of it or nothing. Delivering the same batch again
 * changes nothing, whatever order its items come in.
 *
 * Events tell what has happened, so they are charged even when the money does not suffice; the
 * balance then lies below the credit limit. Only a queued one asks for being sent: it is refused
 * when less is available than it costs.
 */
export async function ingest(scope: Scope, items: readonly unknown[]): Promise<IngestResult> {
  const { db, actor, clock, staffCopies } = scope;
  const { events, receipts, rejected } = parseItems(items, clock());
  const named = new Set([...events, ...receipts].map(({ item }) => item.clientId));
  if (named.size === 0) return { accepted: 0, repeated: 0, updated: 0, rejected };

  return db.transaction().execute(async (trx) => {
    const known = new Set(await lockAccounts(trx, [...named]));
    const ofKnown = <Item extends { clientId: number }>(all: Indexed<Item>[]) =>
      all.filter(({ index, item }) => {
        if (known.has(item.clientId)) return true;
        rejected.push({ index, message: `clientId: there is no client ${item.clientId}` });
        return false;
      });
    const knownEvents = ofKnown(events);
    const knownReceipts = ofKnown(receipts).map(({ item }) => item);

    const { accepted, unpaid } = await takeEvents(trx, knownEvents, { actor, staffCopies });
    const updated = await takeReceipts(trx, knownReceipts, { actor, staffCopies });
    rejected.push(...unpaid);
    return {
      accepted,
      updated,
      repeated: knownEvents.length - accepted - unpaid.length + knownReceipts.length - updated,
      rejected: rejected.sort((a, b) => a.index - b.index),
    };
  });
}

type Indexed<Item> = { index: number; item: Item };
type Settling = Pick<Scope, 'actor' | 'staffCopies'>;

async function takeEvents(
  trx: Transaction<Database>,
  events: readonly Indexed<MessageEvent>[],
  { actor, staffCopies }: Settling,
) {
  const mailings = await storeEvents(
    trx,
    events.map(({ item }) => item),
  );
  const charges = mailings.flatMap(({ clientId, mailing, messages, parts, amount, seq }) =>
    seq === null
      ? []
      : [{ clientId, kind: 'charge' as const, amount, actor, mailing, messages, parts, seq }],
  );
  const held = mailings
    .filter(({ reserved }) => moneySign(reserved) !== 0)
    .map(({ clientId, reserved }) => ({ clientId, amount: reserved }));
  await settle(trx, charges, held, staffCopies);
  return {
    accepted: mailings.reduce((sum, { stored }) => sum + stored, 0),
    unpaid: mailings.flatMap(({ unpaid }) =>
      (unpaid ?? []).map(({ place, cost, available }) => ({
        index: events[place - 1]?.index ?? 0,
        message: `clientId: the money does not suffice: ${cost} needed, ${available} available`,
      })),
    ),
  };
}

/**
 * Applies receipts to messages of clients whose locks are held, and moves the money that they
 * come to. Answers how many changed something.
 */
export async function takeReceipts(
  trx: Transaction<Database>,
  receipts: readonly MessageReceipt[],
  { actor, staffCopies }: Settling,
): Promise<number> {
  const { changed, postings, reservations } = await storeReceipts(trx, receipts);
  await settle(
    trx,
    postings.map((posting) => ({ ...posting, actor })),
    reservations,
    staffCopies,
  );
  return changed;
}
