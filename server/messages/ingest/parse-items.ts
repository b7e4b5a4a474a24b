import {
  messageEvent,
  messageReceipt,
  type IngestResult,
  type MessageEvent,
  type MessageReceipt,
} from '../../../schema/messages.ts';
import { check, faults } from '../../rest/problem.ts';

export interface ParsedBatch {
  events: { index: number; item: MessageEvent }[];
  receipts: { index: number; item: MessageReceipt }[];
  rejected: IngestResult['rejected'];
}

/** Clocks differ; a message from later than this is a mistake, and would sit in a future day. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/** Sorts the items into events, receipts and rejects; a bad one never stops the others. */
export function parseItems(items: readonly unknown[], now: Date): ParsedBatch {
  const batch: ParsedBatch = { events: [], receipts: [], rejected: [] };
  const latest = now.getTime() + MAX_AHEAD_MS;
  items.forEach((raw, index) => {
    const reject = (message: string) => batch.rejected.push({ index, message });
    if (isReceipt(raw)) {
      const receipt = check(messageReceipt, raw);
      if (!receipt.success) reject(faults(receipt.error));
      else if (Date.parse(receipt.data.at) > latest) reject('at: lies in the future');
      else batch.receipts.push({ index, item: receipt.data });
      return;
    }
    const event = check(messageEvent, raw);
    if (!event.success) reject(faults(event.error));
    else if (Date.parse(event.data.sentAt) > latest) reject('sentAt: lies in the future');
    else batch.events.push({ index, item: event.data });
  });
  return batch;
}

/** Receipts have `at` where events have `sentAt`. */
export function isReceipt(item: unknown): boolean {
  return item !== null && typeof item === 'object' && 'at' in item && !('sentAt' in item);
}
