import { expect } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import type { RunningProgram } from '../support/program.ts';
import { decimal, micro, sumOf } from './micro.ts';
import type { Told } from './tireless.ts';

type Server = Pick<RunningProgram, 'url'>;

let phone = 380671000000;

/** A request to a running server. */
export async function ask<Body>(server: Server, method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const replayed = response.headers.get('Idempotent-Replayed') === 'true';
  return { status: response.status, replayed, body: (await response.json()) as Body };
}

/** A client with this much money. */
export async function newClient(server: Server, money: string): Promise<number> {
  phone += 1;
  const profile = { login: String(phone), company: 'Shared', currency: 'EUR' };
  const { body } = await ask<Client>(server, 'POST', '/api/clients', profile);
  const top = { clientId: body.id, kind: 'top_up', amount: money, idempotencyKey: `${phone}` };
  expect((await ask(server, 'POST', '/api/transactions', top)).status).toBe(201);
  return body.id;
}

/** All rows of a client. */
export async function ledger(server: Server, clientId: number): Promise<Transaction[]> {
  const rows: Transaction[] = [];
  for (;;) {
    const filter = encodeURIComponent(JSON.stringify({ clientId }));
    const path = `/api/transactions?filter=${filter}&range=[${rows.length},${rows.length + 999}]`;
    const { body } = await ask<Transaction[]>(server, 'GET', path);
    rows.push(...body);
    if (body.length < 1000) return rows;
  }
}

/** Everything that was answered is there once, and nothing else. */
export async function expectExact(
  server: Server,
  clients: readonly number[],
  told: Told,
): Promise<void> {
  const rows = (await Promise.all(clients.map((id) => ledger(server, id)))).flat();
  const posted = rows.filter(({ comment }) => comment === 'tireless').map(({ id }) => id);
  const answered = [...told.rows.values()];
  expect(new Set(answered).size).toBe(answered.length);
  expect(posted.toSorted()).toEqual(answered.toSorted());
  const count = (kind: string) =>
    rows.filter((row) => row.kind === kind).reduce((sum, { messages }) => sum + (messages ?? 0), 0);
  expect({ charged: count('charge'), refunded: count('refund') }).toEqual({
    charged: told.messages,
    refunded: told.messages / 2,
  });
  const balances = await Promise.all(
    clients.map(
      async (id) => (await ask<Client>(server, 'GET', `/api/clients/${id}`)).body.balance,
    ),
  );
  const given = rows.filter(({ kind }) => kind === 'top_up').map(({ amount }) => amount);
  expect(sumOf(balances)).toBe(decimal(micro(sumOf(given)) + told.moved));
}

/** What `clientele verify` says then. */
export const PROVEN = 'every balance follows from its rows';
