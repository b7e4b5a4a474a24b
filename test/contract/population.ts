import type { z } from 'zod';
import { auditEntry } from '../../schema/audit.ts';
import { client } from '../../schema/clients.ts';
import { creditLimit } from '../../schema/credit-limits.ts';
import { message } from '../../schema/messages.ts';
import { notice } from '../../schema/notices.ts';
import { preview } from '../../schema/previews.ts';
import { senderName } from '../../schema/sender-names.ts';
import { statement } from '../../schema/statements.ts';
import { GROUPINGS, statistic } from '../../schema/statistics.ts';
import { topUpRequest } from '../../schema/top-up-requests.ts';
import { transaction } from '../../schema/transactions.ts';
import type { AppOptions } from '../../server/environment.ts';
import type { TestHost } from '../support/hosts.ts';
import { deliver, event, newClient, receipt, send } from '../support/requests.ts';

/** Every resource, the schema of its records, and filters that together find rows of every kind. */
export const RESOURCES = {
  clients: { schema: client, filters: [{}] },
  transactions: { schema: transaction, filters: [{}] },
  top_up_requests: { schema: topUpRequest, filters: [{}] },
  credit_limits: { schema: creditLimit, filters: [{}] },
  statements: {
    schema: statement,
    // Rows are dated by the database's clock.
    filters: [{}, { kind: ['refund', 'charge'] }].map((rest) => ({
      clientId: 1,
      from: '2026-01-01',
      to: '9999-12-31',
      ...rest,
    })),
  },
  previews: {
    schema: preview,
    filters: [
      { clientId: 1, kind: 'top_up', amount: '1000000.5' },
      { clientId: 1, kind: 'fee', amount: '-1000000' },
      { clientId: 1, kind: 'reversal', reversesId: '1-1' },
      { clientId: 1, kind: 'credit_limit', amount: '0' },
    ],
  },
  messages: { schema: message, filters: [{}] },
  statistics: {
    schema: statistic,
    filters: GROUPINGS.map((groupBy) => ({
      clientId: 1,
      groupBy,
      from: '2026-11-15',
      to: '2026-11-23',
    })),
  },
  sender_names: { schema: senderName, filters: [{}] },
  notices: { schema: notice, filters: [{}] },
  audit: { schema: auditEntry, filters: [{}] },
} satisfies Record<string, { schema: z.ZodObject; filters: object[] }>;

export type ResourceName = keyof typeof RESOURCES;
export const RESOURCE_NAMES = Object.keys(RESOURCES) as ResourceName[];

/**
 * Exports are no part of the population: their ids and addresses are another each time, and they
 * are made in the background.
 */
export const ALL_NAMES = [...RESOURCE_NAMES, 'exports'] as const;
export type AnyName = (typeof ALL_NAMES)[number];

/** Each resource with each of its filters: `describe.each(LISTS)('%s %o', (resource, filter) => ...)`. */
export const LISTS = RESOURCE_NAMES.flatMap((resource) =>
  RESOURCES[resource].filters.map((filter): [ResourceName, object] => [resource, filter]),
);

/** The body of a new record of each resource that takes one. */
export const NEW_RECORDS = {
  clients: { login: '380991112233', company: 'Company', currency: 'EUR' },
  transactions: { clientId: 1, kind: 'top_up', amount: '1' },
  credit_limits: { clientId: 1, amount: '1' },
  messages: event(1, 'new'),
  sender_names: { clientId: 1, name: 'Fine', type: 'viber' },
} satisfies Partial<Record<ResourceName, object>>;

export type CreatableName = keyof typeof NEW_RECORDS;
export const CREATABLE_NAMES = Object.keys(NEW_RECORDS) as CreatableName[];

/** How the app is set up: some top-ups of the population wait for a second person. */
export const OPTIONS = {
  topUpApproval: { '*': '1000000' },
  staffCopies: true,
} satisfies Partial<AppOptions>;

/** Text that breaks whoever forgets to encode, escape or quote. */
export const AWKWARD = `ä/%41:b?c&d#"e'\\`;

/**
 * A bit of everything, by requests alone and the same on every database: client 1 has all kinds
 * of rows, client 2 few, client 3 none; client 4 pays on delivery.
 */
export async function populate(app: TestHost['app']): Promise<void> {
  await newClient(app, { login: '380501112233', company: 'Crème & Söhne', tags: ['vip', 'a "b"'] });
  await newClient(app, {
    login: '12125550100',
    company: 'Нью-Йорк',
    currency: 'USD',
    timeZone: 'America/New_York',
  });
  await newClient(app, { login: '4930123456', company: 'Nothing yet', smsPrice: '0' });
  await newClient(app, {
    login: '4930123457',
    company: 'Pays on delivery',
    chargingPolicy: 'on_delivery',
    lowBalanceWarning: '5',
    lowBalanceCritical: '1',
  });

  const money = (resource: string, body: object, key: string) =>
    send(app, 'POST', `/api/${resource}`, body, { 'Idempotency-Key': `${resource} ${key}` });
  for (const [clientId, amount] of [
    [1, '100.5'],
    [1, '0.000001'],
    [2, '20'],
    [4, '4'],
  ] as const) {
    const comment = amount === '20' ? null : 'wire\ntransfer';
    await money('transactions', { clientId, kind: 'top_up', amount, comment }, amount);
    await money('credit_limits', { clientId, amount, reason: comment, notify: true }, amount);
  }
  await moveMoney(app, (body, key) => money('transactions', body, key));

  await deliver(app, [
    ...['16', '17', '17', '20', '21'].map((day, n) =>
      event(1, `sms-${n}`, { sentAt: `2026-11-${day}T0${n}:00:00.5Z`, parts: n + 1 }),
    ),
    event(1, AWKWARD, { sender: AWKWARD, mailing: AWKWARD }),
    event(1, 'viber', { channel: 'viber', sender: 'Shop', price: '0.02' }),
    event(1, 'unknown', { mccMnc: '99999', country: null, mailing: null }),
    event(1, 'refused', { status: 'rejected' }),
    event(1, 'abroad', { recipient: '+4915112345678', mccMnc: null, sender: '1234' }),
    event(2, 'sms-0', { sender: 'BANK' }),
    receipt(1, 'sms-0', 'delivered', '2026-11-16T01:00:00Z'),
    receipt(1, 'sms-1', 'expired', '2026-11-18T01:00:00Z'),
    receipt(1, 'viber', 'read', '2026-11-20T11:00:00Z'),
    receipt(1, 'still to come', 'delivered', '2026-11-20T11:00:00Z'),
  ]);

  for (const [clientId, name, type] of [
    [1, 'SHOP', 'sms_alphanumeric'],
    [1, 'Shop', 'viber'],
    [1, '12345', 'sms_numeric'],
    [2, 'BANK', 'sms_alphanumeric'],
  ] as const) {
    await send(app, 'POST', '/api/sender_names', { clientId, name, type });
  }
  await send(app, 'PUT', '/api/sender_names/1-1', {
    questionnaire: { name: 'SHOP', initiator: AWKWARD },
  });
  await send(app, 'PUT', '/api/clients/2', { smsSubscription: true, email: 'ny@example.com' });

  await deliver(app, [
    event(4, 'held', { status: 'queued', price: '6' }),
    event(4, 'paid', { status: 'queued', price: '0.5' }),
    receipt(4, 'paid', 'delivered', '2026-11-20T10:00:01Z'),
    receipt(1, 'abroad', 'rejected', '2026-11-20T10:00:01Z'),
  ]);
}

/** Every kind of row that people post, and top-ups that wait, or waited. */
async function moveMoney(
  app: TestHost['app'],
  post: (body: object, key: string) => ReturnType<typeof send>,
): Promise<void> {
  for (const [kind, amount, comment] of [
    ['bonus', '5', null],
    ['fee', '-0.25', 'monthly'],
    ['adjustment', '-0.000001', AWKWARD],
  ] as const) {
    await post({ clientId: 1, kind, amount, comment }, kind);
  }
  await post({ clientId: 1, kind: 'reversal', reversesId: '1-4', comment: 'no' }, 'reversal');
  for (const [clientId, amount, decision] of [
    [1, '2000000', null],
    [1, '3000000.5', { status: 'rejected', reason: AWKWARD }],
    [2, '1500000', { status: 'withdrawn' }],
  ] as const) {
    const top = { clientId, kind: 'top_up', amount, comment: decision && AWKWARD };
    const { body } = await post(top, `request of ${amount}`);
    const { id } = body as { id: string };
    if (decision) await send(app, 'PUT', `/api/top_up_requests/${id}`, decision);
  }
}
