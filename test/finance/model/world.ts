import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Client } from '../../../schema/clients.ts';
import type { Message } from '../../../schema/messages.ts';
import type { TestHost } from '../../support/hosts.ts';
import { list, newClient, send } from '../../support/requests.ts';
import { decimal } from '../micro.ts';
import { expectProven, ledgerOf, lowBalanceNotices } from '../office.ts';
import { ModelAccount } from './account.ts';
import { billingOf, ModelMessages, statusOf } from './messages.ts';

/** A money request that was sent, to be sent again. */
export interface Sent {
  resource: 'transactions' | 'credit_limits';
  key: string;
  body: Record<string, unknown>;
  /** What it does to the model; false when it is refused. */
  apply: (model: Model) => boolean;
  /** The answer of when it was carried out; null: it was refused. */
  answer: Record<string, unknown> | null;
}

export interface Model {
  account: ModelAccount;
  messages: ModelMessages;
  sent: Sent[];
}

export interface Real {
  host: TestHost;
  clientId: number;
  newKey: () => string;
}

/** A client without anything, and its model. */
export async function newWorld(host: TestHost): Promise<{ model: Model; real: Real }> {
  const { id: clientId } = await newClient(host.app);
  const model = { account: new ModelAccount(), messages: new ModelMessages(), sent: [] };
  const run = randomUUID();
  let keys = 0;
  return { model, real: { host, clientId, newKey: () => `${run} ${(keys += 1)}` } };
}

/** After every step: the figures, the numbers of rows, limits and notices. */
export async function compareFigures({ account }: Model, { host, clientId }: Real): Promise<void> {
  const { body } = await send<Client>(host.app, 'GET', `/api/clients/${clientId}`);
  const { rows } = await sql<{ rows: number; newest: number; limits: number; history: number }>`
    select a.ledger_seq as newest, a.credit_limit_seq as limits,
      (select count(*) from transactions where client_id = a.client_id) as rows,
      (select count(*) from credit_limits where client_id = a.client_id) as history
    from client_accounts a where client_id = ${clientId}`.execute(host.db);
  const { balance, reserved, creditLimit, available, lowBalanceLevel } = body;
  const notices = await lowBalanceNotices(host.db, clientId);
  expect({
    balance,
    reserved,
    creditLimit,
    available,
    lowBalanceLevel,
    ...rows[0],
    notices,
  }).toEqual({
    balance: decimal(account.total),
    reserved: decimal(account.held),
    creditLimit: decimal(account.limitNow),
    available: decimal(account.left),
    lowBalanceLevel: account.level,
    rows: account.rows.length,
    newest: account.rows.length,
    limits: account.limits,
    history: account.limits,
    notices: account.notices.map((level) => `${level} to client`),
  });
}

/** Now and then: every row and every message, and the proof by the database itself. */
export async function compareAll({ account, messages }: Model, real: Real): Promise<void> {
  const { app, db } = real.host;
  const { clientId } = real;
  const idOf = (seq: number | null) => (seq === null ? null : `${clientId}-${seq}`);
  const rows = await ledgerOf(app, clientId);
  expect(
    rows.map(
      ({ seq, kind, amount, balanceAfter, mailing, messages: count, parts, reversesId }) => ({
        seq,
        kind,
        amount,
        balanceAfter,
        mailing,
        count,
        parts,
        reversesId,
      }),
    ),
  ).toEqual(
    account.rows.map((row, index) => ({
      seq: index + 1,
      kind: row.kind,
      amount: decimal(row.moved),
      balanceAfter: decimal(account.totalAfter(index + 1)),
      mailing: row.mailing ?? null,
      count: row.messages ?? null,
      parts: row.parts ?? null,
      reversesId: idOf(row.reverses ?? null),
    })),
  );
  const found = (await list<Message>(app, 'messages', { clientId })).rows;
  expect(
    found
      .map(({ externalId, status, billing, chargeId, refundId }) => ({
        externalId,
        status,
        billing,
        chargeId,
        refundId,
      }))
      .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1)),
  ).toEqual(
    [...messages.all.values()]
      .map((message) => ({
        externalId: message.externalId,
        status: statusOf(message),
        billing: billingOf(message),
        chargeId: idOf(message.charge),
        refundId: idOf(message.refund),
      }))
      .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1)),
  );
  await expectProven(db);
}
