import type { Client } from '../../schema/clients.ts';
import type { IngestResult } from '../../schema/messages.ts';
import type { TestHost } from './hosts.ts';

type App = TestHost['app'];

/** A request with a JSON body; answers status and body. */
export async function send<Body = unknown>(
  app: App,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Body; headers: Headers }> {
  const response = await app.request(path, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Body,
  };
}

/** All rows of a list and its exact total. */
export async function list<Row = Record<string, unknown>>(
  app: App,
  resource: string,
  filter: object = {},
  sort: [string, 'ASC' | 'DESC'] = ['id', 'ASC'],
  range: [number, number] = [0, 999],
): Promise<{ rows: Row[]; total: number }> {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: JSON.stringify(sort),
    range: JSON.stringify(range),
  });
  const { status, body, headers } = await send<Row[]>(app, 'GET', `/api/${resource}?${query}`);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return { rows: body, total: Number(headers.get('X-Total-Count')) };
}

let phone = 380500000000;

/** A client of its own for a test: EUR, 0.05 a part, days in Kyiv. */
export async function newClient(app: App, profile: Partial<Client> = {}): Promise<Client> {
  phone += 1;
  const { status, body } = await send<Client>(app, 'POST', '/api/clients', {
    login: String(phone),
    company: `Company ${phone}`,
    currency: 'EUR',
    smsPrice: '0.05',
    timeZone: 'Europe/Kyiv',
    ...profile,
  });
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A client that may spend a million on credit: queued messages ask for money. */
export async function newClientOnCredit(app: App, profile: Partial<Client> = {}): Promise<Client> {
  const client = await newClient(app, profile);
  const limit = { clientId: client.id, amount: '1000000', idempotencyKey: `limit of ${client.id}` };
  const { status, body } = await send(app, 'POST', '/api/credit_limits', limit);
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return client;
}

/** A valid event of a client; the rest as given. */
export function event(clientId: number, externalId: string, rest: object = {}) {
  return {
    clientId,
    externalId,
    mailing: 'autumn',
    sentAt: '2026-11-20T10:00:00Z',
    channel: 'sms',
    sender: 'SHOP',
    recipient: '+380501234567',
    mccMnc: '25503',
    parts: 1,
    ...rest,
  };
}

/** A receipt for an event. */
export function receipt(clientId: number, externalId: string, status: string, at: string) {
  return { clientId, externalId, status, at };
}

/** Delivers a batch as JSON and answers the counts. */
export async function deliver(app: App, items: readonly unknown[]): Promise<IngestResult> {
  const { status, body } = await send<IngestResult>(app, 'POST', '/api/messages', items);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
