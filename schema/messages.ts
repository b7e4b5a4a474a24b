import { z } from 'zod';
import {
  clientId,
  countryCode,
  currency,
  instant,
  nonNegativeMoney,
  text,
  unitPrice,
} from './fields.ts';

export const CHANNELS = ['sms', 'viber'] as const;
export type Channel = (typeof CHANNELS)[number];

export const PENDING_STATUSES = ['queued', 'sent'] as const;
export const FINAL_STATUSES = [
  'delivered',
  'undelivered',
  'expired',
  'rejected',
  'unknown',
] as const;
export const MESSAGE_STATUSES = [...PENDING_STATUSES, ...FINAL_STATUSES] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/**
 * How far a message has been paid. `reserved` money is held until the message is delivered or has
 * failed; `released` was held or owed, but never taken; `none` was refused before sending.
 */
export const BILLINGS = ['none', 'reserved', 'charged', 'refunded', 'released'] as const;
export type Billing = (typeof BILLINGS)[number];

/** The most events and receipts in one request. */
export const MAX_BATCH = 50_000;

/** MCC (3 digits) and MNC (2 or 3 digits) in one string: "25503"; "01" is not "001". */
export const mccMnc = z
  .string()
  .regex(/^\d{5,6}$/, 'must be MCC and MNC, 5 or 6 digits such as "25503"');

const externalId = text(100).min(1);

/** A status as gateways report it. Viber's "read" and "replied" imply delivery. */
const reportedStatus = z
  .enum([...MESSAGE_STATUSES, 'read', 'replied'])
  .transform((status) => (status === 'read' || status === 'replied' ? 'delivered' : status));

const PARTS = 'must be a whole number from 1 to 255';

/** A message that was handed to the platform. */
export const messageEvent = z.strictObject({
  clientId,
  /** The sender's own name for the message, unique per client: redelivery changes nothing. */
  externalId,
  /** The batch it belongs to; each mailing is charged as one transaction a request. */
  mailing: text(100).min(1).nullish(),
  sentAt: instant,
  channel: z.enum(CHANNELS),
  sender: text(50).min(1),
  /** E.164; a leading + may be left out. */
  recipient: z
    .string()
    .regex(/^\+?[1-9]\d{6,14}$/, 'must be a phone number in E.164 such as "+380501234567"')
    .transform((number) => (number.startsWith('+') ? number : `+${number}`)),
  /** The operator resolved at sending, because numbers are ported. */
  mccMnc: mccMnc.nullish(),
  country: countryCode.nullish(),
  /** As charged; a Viber message counts as 1. */
  parts: z.int(PARTS).min(1, PARTS).max(255, PARTS),
  /** Price of one part; without it the client's own price holds. */
  price: unitPrice.nullish(),
  /** "rejected" here means refused before sending: kept, but neither counted nor charged. */
  status: reportedStatus.default('sent'),
});
export type MessageEvent = z.infer<typeof messageEvent>;

/** A delivery receipt for a message; it may come before the message itself. */
export const messageReceipt = z.strictObject({
  clientId,
  externalId,
  status: reportedStatus,
  at: instant,
});
export type MessageReceipt = z.infer<typeof messageReceipt>;

/** The answer to a batch. The four numbers add up to the items of the request. */
export const ingestResult = z.strictObject({
  /** New messages: counted and charged. */
  accepted: z.int(),
  /** Items that changed nothing, because they had been here before or came too late. */
  repeated: z.int(),
  /** Messages whose state a receipt changed, and receipts kept for messages still to come. */
  updated: z.int(),
  /** Refused items: the index counts from 0 in the order of the request. */
  rejected: z.array(z.strictObject({ index: z.int(), message: z.string() })),
});
export type IngestResult = z.infer<typeof ingestResult>;

/** A message as it is listed. */
export const message = z.strictObject({
  /** `<clientId>-<externalId>` */
  id: z.string(),
  clientId,
  externalId: z.string(),
  mailing: z.string().nullable(),
  sentAt: instant,
  channel: z.enum(CHANNELS),
  sender: z.string(),
  recipient: z.string(),
  country: countryCode,
  /** null when the operator is not known. */
  mccMnc: z.string().nullable(),
  operator: z.string().nullable(),
  parts: z.int(),
  /** Price of one part. */
  price: nonNegativeMoney,
  /**
   * What the message counts for in the statistics of its day: parts x price. 0 when it was refused
   * before sending, or is paid on delivery and has not been delivered.
   */
  cost: nonNegativeMoney,
  currency,
  status: z.enum(MESSAGE_STATUSES),
  /** When the final status was reached; null while it is pending. */
  finalAt: instant.nullable(),
  billing: z.enum(BILLINGS),
  /** The transactions that charged it and gave the money back. */
  chargeId: z.string().nullable(),
  refundId: z.string().nullable(),
});
export type Message = z.infer<typeof message>;
