import type { Channel, MessageStatus } from '../../schema/messages.ts';
import type { Money } from '../../schema/money.ts';

/** What a client sends as. */
export interface Sender {
  channel: Channel;
  name: string;
  /** Price of one part when it is not the client's own. */
  price: Money | null;
}

/** A client as far as its traffic is concerned. */
export interface TrafficClient {
  id: number;
  /** Where most of its recipients live, ISO 3166-1. */
  country: string;
  timeZone: string;
  /** Never empty; the first ones are used most. */
  senders: readonly Sender[];
  /** The share of its messages that arrive, 0 to 1. */
  deliveryRate: number;
}

/** What a gateway tells about a message later. */
export interface Report {
  status: Exclude<MessageStatus, 'queued'> | 'read' | 'replied';
  /** Milliseconds since 1970. */
  at: number;
}

/** A message before it is written as an event or as a row. */
export interface Draft {
  clientId: number;
  externalId: string;
  mailing: string | null;
  /** Milliseconds since 1970. */
  sentAt: number;
  sender: Sender;
  /** E.164 */
  recipient: string;
  country: string;
  /** null: the operator is not known. */
  mccMnc: string | null;
  parts: number;
  status: 'queued' | 'sent' | 'rejected';
  /** In the order in which they happen; empty when nobody ever tells. */
  reports: readonly Report[];
}
