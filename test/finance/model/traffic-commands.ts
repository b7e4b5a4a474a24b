import fc from 'fast-check';
import { expect } from 'vitest';
import type { ChargingPolicy } from '../../../schema/clients.ts';
import { MESSAGE_STATUSES } from '../../../schema/messages.ts';
import { deliver, event, receipt, send } from '../../support/requests.ts';
import { decimal } from '../micro.ts';
import { command, type Step } from './command.ts';
import type { ModelEvent, Report } from './messages.ts';

const at = (minute: number) => `2026-11-20T10:0${minute}:00Z`;

const externalId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const minute = fc.nat(9);

const report = fc.record<Report>({
  externalId,
  status: fc.constantFrom(...MESSAGE_STATUSES, 'delivered', 'delivered', 'rejected'),
  minute,
});

const newEvent = fc.record<ModelEvent>({
  externalId,
  status: fc.constantFrom('queued', 'queued', 'queued', 'sent', 'sent', ...MESSAGE_STATUSES),
  minute,
  mailing: fc.constantFrom(null, 'b', 'A', 'ä'),
  parts: fc.integer({ min: 1, max: 3 }),
  rate: fc.constantFrom(0n, 35_200n, 1_000_000n, 2_500_000n, 1n),
});

const batch = (events: readonly ModelEvent[], receipts: readonly Report[]): Step => ({
  name: `batch ${JSON.stringify([
    events.map(({ rate, ...rest }) => ({ ...rest, price: decimal(rate) })),
    receipts,
  ])}`,
  run: async ({ account, messages }, { host, clientId }) => {
    const { accepted, rejected } = await deliver(host.app, [
      ...events.map(({ externalId: name, minute: sent, rate, ...rest }) =>
        event(clientId, name, { ...rest, price: decimal(rate), sentAt: at(sent) }),
      ),
      ...receipts.map(({ externalId: name, status, minute: when }) =>
        receipt(clientId, name, status, at(when)),
      ),
    ]);
    const expected = messages.takeEvents(account, events);
    messages.takeReceipts(account, receipts);
    expect({ accepted, unpaid: rejected.length }).toEqual(expected);
  },
});

const policy = (chargingPolicy: ChargingPolicy): Step => ({
  name: `pays ${chargingPolicy}`,
  run: async ({ messages }, { host, clientId }) => {
    await send(host.app, 'PUT', `/api/clients/${clientId}`, { chargingPolicy });
    messages.policy = chargingPolicy;
  },
});

const thresholds = (warning: bigint | null, critical: bigint | null): Step => ({
  name: `thresholds ${warning} and ${critical}`,
  run: async ({ account }, { host, clientId }) => {
    const { status } = await send(host.app, 'PUT', `/api/clients/${clientId}`, {
      lowBalanceWarning: warning === null ? null : decimal(warning),
      lowBalanceCritical: critical === null ? null : decimal(critical),
    });
    const legal = warning === null || critical === null || critical <= warning;
    expect(status).toBe(legal ? 200 : 422);
    if (!legal) return;
    // Saving what is there already changes nothing, not even the level.
    if (warning === account.warning && critical === account.critical) return;
    account.setThresholds(warning, critical);
  },
});

/** Messages, receipts, and the client's settings. */
export const trafficCommands = [
  fc
    .tuple(fc.array(newEvent, { maxLength: 4 }), fc.array(report, { maxLength: 4 }))
    .map((args) => batch(...args)),
  fc.tuple(fc.array(newEvent, { minLength: 1, maxLength: 6 })).map(([events]) => batch(events, [])),
  fc.tuple(fc.array(report, { minLength: 1, maxLength: 6 })).map(([reports]) => batch([], reports)),
  fc.constantFrom('on_submit' as const, 'on_delivery' as const).map(policy),
  fc
    .tuple(
      fc.option(fc.constantFrom(10_000_000n, 5_000_000n, 20_000_001n)),
      fc.option(fc.constantFrom(3_000_000n, 5_000_000n, 10_000_001n)),
    )
    .map((args) => thresholds(...args)),
].map(command);
