import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import type { Database } from '../../schema/database.ts';
import type { IngestResult } from '../../schema/messages.ts';
import type { Role } from '../../schema/roles.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import type { Transaction } from '../../schema/transactions.ts';
import type { AppOptions } from '../../server/environment.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { openHost, type ConnectBy, type HostName, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';

/** Who asks, as what, and with which key: `tester`, an admin, with a new one. */
export interface Asking {
  by?: string;
  as?: Role;
  /** null sends none. */
  key?: string | null;
}

type App = TestHost['app'];

/** The app with several people: each request says who sends it. */
export function openOffice(
  name: HostName,
  options: Partial<AppOptions> = {},
  connectBy?: ConnectBy,
): Promise<TestHost> {
  const authenticate: AppOptions['authenticate'] = async ({ headers }) => ({
    id: headers.get('X-Person') ?? 'tester',
    role: (headers.get('X-Role') ?? 'admin') as Role,
  });
  return openHost(name, { authenticate, ...options }, connectBy);
}

/** The headers that say who asks. */
export function asked({ by = 'tester', as = 'admin', key = randomUUID() }: Asking = {}) {
  return { 'X-Person': by, 'X-Role': as, ...(key !== null && { 'Idempotency-Key': key }) };
}

/** What the answer to a money request may be: its record, or a refusal. */
export type Answer<Record> = Awaited<
  ReturnType<typeof send<Record & { errors?: object; type?: string; message?: string }>>
>;

/** POST /api/transactions */
export function postMoney(
  app: App,
  body: object,
  asking?: Asking,
): Promise<Answer<Transaction & Partial<TopUpRequest>>> {
  return send(app, 'POST', '/api/transactions', body, asked(asking));
}

/** POST /api/credit_limits */
export function setLimit(app: App, body: object, asking?: Asking): Promise<Answer<CreditLimit>> {
  return send(app, 'POST', '/api/credit_limits', body, asked(asking));
}

/**
 * POST /api/transactions as a good client does: with the same key again while the server is busy
 * or still at it.
 */
export async function postSurely(
  app: App,
  body: object,
  { key = randomUUID(), ...asking }: Asking = {},
): ReturnType<typeof postMoney> {
  for (;;) {
    const answer = await postMoney(app, body, { ...asking, key });
    const again = answer.status === 503 || answer.body.type === 'urn:clientele:problem:in-flight';
    if (!again) return answer;
    await setTimeout(50);
  }
}

/** Delivers a batch, again and again while the server is busy. */
export async function deliverSurely(app: App, items: readonly unknown[]): Promise<IngestResult> {
  for (;;) {
    const { status, body } = await send<IngestResult>(app, 'POST', '/api/messages', items);
    if (status === 200) return body;
    if (status !== 503) throw new Error(`${status}: ${JSON.stringify(body)}`);
    await setTimeout(50);
  }
}

/** A client with this much money on its account, and a credit limit. */
export async function richClient(
  app: App,
  { money, limit, ...profile }: { money?: string; limit?: string } & Partial<Client> = {},
): Promise<number> {
  const { id } = await newClient(app, profile);
  if (money) {
    const { status } = await postMoney(app, { clientId: id, kind: 'top_up', amount: money });
    expect(status).toBe(201);
  }
  if (limit) expect((await setLimit(app, { clientId: id, amount: limit })).status).toBe(201);
  return id;
}

/** The client as it is now. */
export async function clientNow(app: App, id: number): Promise<Client> {
  return (await send<Client>(app, 'GET', `/api/clients/${id}`)).body;
}

/** All rows of a client's ledger, the oldest first. */
export async function ledgerOf(app: App, clientId: number): Promise<Transaction[]> {
  const rows: Transaction[] = [];
  for (;;) {
    const range: [number, number] = [rows.length, rows.length + 999];
    const page = await list<Transaction>(app, 'transactions', { clientId }, ['id', 'ASC'], range);
    rows.push(...page.rows);
    if (rows.length >= page.total) return rows;
  }
}

/** Every balance follows from its rows. */
export async function expectProven(db: Kysely<Database>): Promise<void> {
  expect((await verifyBalances(db)).faults).toEqual([]);
}

/** The low-balance notices in the outbox, in the order of their making: `critical to client`. */
export async function lowBalanceNotices(db: Kysely<Database>, clientId: number): Promise<string[]> {
  const { rows } = await sql<{ notice: string }>`
    select replace(kind, 'low_balance_', '') || ' to ' || audience as notice from notices
    where client_id = ${clientId} and kind like 'low_balance_%' order by notice_id`.execute(db);
  return rows.map(({ notice }) => notice);
}

/** An instant with all six decimals, so that text sorts by time. */
export function sortable(instant: string): string {
  return instant.replace(/\.(\d+)Z$/, (_, decimals: string) => `.${decimals.padEnd(6, '0')}Z`);
}
