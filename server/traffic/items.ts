import type { z } from 'zod';
import type { messageEvent, messageReceipt } from '../../schema/messages.ts';
import type { Random } from './random.ts';
import type { Draft } from './traffic-client.ts';

/** A line of traffic and when it would reach the server, in milliseconds since 1970. */
export interface Arrival {
  arrives: number;
  item: z.input<typeof messageEvent> | z.input<typeof messageReceipt>;
}

/** A message as the event that tells of it. */
export function eventOf(draft: Draft): Arrival {
  const { clientId, externalId, mailing, recipient, parts, status, sender, mccMnc } = draft;
  return {
    arrives: draft.sentAt,
    item: {
      clientId,
      externalId,
      ...(mailing !== null && { mailing }),
      sentAt: new Date(draft.sentAt).toISOString(),
      channel: sender.channel,
      sender: sender.name,
      recipient,
      // Where the operator is not known, at least the country is.
      ...(mccMnc === null ? { country: draft.country } : { mccMnc }),
      parts,
      ...(sender.price !== null && { price: sender.price }),
      // Traffic tells what has happened; a queued event would ask for being sent, and for money.
      status: status === 'queued' ? 'sent' : status,
    },
  };
}

/**
 * What is told about a message later. Gateways queue their receipts, so that some overtake others
 * and a few the message itself, and they send some twice.
 */
export function receiptsOf(draft: Draft, random: Random): Arrival[] {
  const { clientId, externalId, reports, sentAt } = draft;
  const receipts = reports.map(({ status, at }) => ({
    arrives: random.chance(0.01) ? sentAt - 1_000 : at + random.around(20_000, 1.8),
    item: { clientId, externalId, status, at: new Date(at).toISOString() },
  }));
  const again = receipts
    .filter(() => random.chance(0.02))
    .map(({ arrives, item }) => ({ arrives: arrives + 60_000, item }));
  return [...receipts, ...again];
}
