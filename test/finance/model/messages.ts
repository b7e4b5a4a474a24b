import type { ChargingPolicy } from '../../../schema/clients.ts';
import type { Billing, MessageStatus } from '../../../schema/messages.ts';
import type { ModelAccount, ModelRow } from './account.ts';

/** What a gateway reports; minutes are enough of time. */
export interface Report {
  externalId: string;
  status: MessageStatus;
  minute: number;
}

export interface ModelEvent extends Report {
  mailing: string | null;
  parts: number;
  /** For one part. */
  rate: bigint;
}

interface ModelMessage extends Omit<ModelEvent, 'minute' | 'status'> {
  accepted: boolean;
  charging: ChargingPolicy;
  reports: Omit<Report, 'externalId'>[];
  charge: number | null;
  refund: number | null;
}

const FINAL: readonly MessageStatus[] = [
  'delivered',
  'expired',
  'rejected',
  'undelivered',
  'unknown',
];

/** The first final report wins; a later delivery replaces any failure but a rejection. */
export function statusOf({ accepted, reports }: ModelMessage): MessageStatus {
  if (!accepted) return 'rejected';
  const finals = reports
    .filter(({ status }) => FINAL.includes(status))
    .toSorted((a, b) => a.minute - b.minute || FINAL.indexOf(a.status) - FINAL.indexOf(b.status));
  let status: MessageStatus | undefined;
  for (const report of finals) {
    if (status === undefined) status = report.status;
    else if (report.status === 'delivered' && status !== 'rejected') status = 'delivered';
  }
  return status ?? (reports.some((report) => report.status !== 'queued') ? 'sent' : 'queued');
}

export function billingOf(message: ModelMessage): Billing {
  if (!message.accepted) return 'none';
  const status = statusOf(message);
  const due = message.charging === 'on_submit' ? status !== 'rejected' : status === 'delivered';
  if (due) return 'charged';
  if (message.charge !== null) return 'refunded';
  return message.charging === 'on_delivery' && !FINAL.includes(status) ? 'reserved' : 'released';
}

const worthOf = ({ parts, rate }: ModelMessage) => BigInt(parts) * rate;

/** null first, then by the letters' numbers. */
const byMailing = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;

/** A client's messages, and what they do to its account. */
export class ModelMessages {
  readonly all = new Map<string, ModelMessage>();
  /** Reports whose message is still to come. */
  private readonly early = new Map<string, ModelMessage['reports']>();
  policy: ChargingPolicy = 'on_submit';

  /** Answers how many of the events are new, and how many of these the money did not suffice for. */
  takeEvents(account: ModelAccount, events: readonly ModelEvent[]) {
    const fresh = events.filter(
      ({ externalId }, place) =>
        !this.all.has(externalId) &&
        events.findIndex((other) => other.externalId === externalId) === place,
    );
    let left = account.left;
    const accepted: ModelMessage[] = [];
    for (const { status, minute, ...event } of fresh) {
      const reports = [{ status, minute }, ...(this.early.get(event.externalId) ?? [])];
      const own = { accepted: status !== 'rejected', charging: this.policy };
      const message: ModelMessage = { ...event, ...own, reports, charge: null, refund: null };
      const worth = ['charged', 'reserved'].includes(billingOf(message)) ? worthOf(message) : 0n;
      if (status === 'queued' && worth > left) continue;
      left -= worth;
      accepted.push(message);
    }
    const reserve = accepted.filter((message) => billingOf(message) === 'reserved');
    const charged = accepted.filter((message) => billingOf(message) === 'charged');
    const rows = groups(charged, ({ mailing }) => mailing)
      .map(chargeOf)
      .filter(({ row }) => row.moved !== 0n);
    rows.forEach(({ group }, place) => {
      for (const message of group) message.charge = account.rows.length + place + 1;
    });
    account.post(
      rows.map(({ row }) => row),
      reserve.reduce((sum, message) => sum + worthOf(message), 0n),
    );
    for (const message of accepted) {
      this.all.set(message.externalId, message);
      this.early.delete(message.externalId);
    }
    return { accepted: accepted.length, unpaid: fresh.length - accepted.length };
  }

  takeReceipts(account: ModelAccount, receipts: readonly Report[]): void {
    const known = [...this.all.values()].filter((message) =>
      receipts.some(({ externalId }) => externalId === message.externalId),
    );
    const before = new Map(known.map((message) => [message, billingOf(message)]));
    for (const { externalId, ...report } of receipts) {
      const message = this.all.get(externalId);
      if (message) message.reports.push(report);
      else this.early.set(externalId, [...(this.early.get(externalId) ?? []), report]);
    }
    const moved = known.map((message) => ({
      message,
      was: before.get(message),
      is: billingOf(message),
    }));
    const paid = moved.filter(({ was, is }) => was !== is && is === 'charged');
    const back = moved.filter(({ was, is }) => was !== is && was === 'charged');
    const charges = groups(
      paid.map(({ message }) => message).filter((message) => worthOf(message) > 0n),
      ({ mailing }) => mailing,
    ).map(chargeOf);
    const refunds = groups(
      back
        .map(({ message }) => message)
        .filter((message) => worthOf(message) > 0n && message.charge !== null)
        .filter(({ charge }) => !account.isReversed(charge ?? 0))
        .toSorted((a, b) => (a.charge ?? 0) - (b.charge ?? 0)),
      ({ mailing }) => mailing,
      ({ charge }) => charge,
    ).map(refundOf);
    for (const { message } of paid) message.refund = null;
    [...charges, ...refunds].forEach(({ row, group }, place) => {
      const seq = account.rows.length + place + 1;
      for (const message of group) {
        if (row.kind === 'charge') message.charge = seq;
        else message.refund = seq;
      }
    });
    const held = moved.map(({ message, was, is }) => {
      const worth = worthOf(message);
      return (is === 'reserved' ? worth : 0n) - (was === 'reserved' ? worth : 0n);
    });
    account.post(
      [...charges, ...refunds].map(({ row }) => row),
      held.reduce((sum, each) => sum + each, 0n),
    );
  }
}

/** Messages of the same mailing (and of the same other thing), in the order of the mailings. */
function groups(
  messages: readonly ModelMessage[],
  mailingOf: (message: ModelMessage) => string | null,
  otherOf: (message: ModelMessage) => number | null = () => null,
): ModelMessage[][] {
  const found = new Map<string, ModelMessage[]>();
  for (const message of messages) {
    const key = JSON.stringify([mailingOf(message), otherOf(message)]);
    found.set(key, [...(found.get(key) ?? []), message]);
  }
  return [...found.values()].toSorted(([a], [b]) =>
    byMailing(a?.mailing ?? null, b?.mailing ?? null),
  );
}

interface Group {
  row: ModelRow;
  group: readonly ModelMessage[];
}

/** Money out for a group. */
function chargeOf(group: readonly ModelMessage[]): Group {
  return { group, row: { kind: 'charge', moved: -worthOfAll(group), ...countsOf(group) } };
}

/** Money back in, for the charge that they had. */
function refundOf(group: readonly ModelMessage[]): Group {
  const reverses = group[0]?.charge ?? null;
  return { group, row: { kind: 'refund', moved: worthOfAll(group), reverses, ...countsOf(group) } };
}

const worthOfAll = (group: readonly ModelMessage[]) =>
  group.reduce((sum, message) => sum + worthOf(message), 0n);

const countsOf = (group: readonly ModelMessage[]) => ({
  mailing: group[0]?.mailing ?? null,
  messages: group.length,
  parts: group.reduce((sum, { parts }) => sum + parts, 0),
});
