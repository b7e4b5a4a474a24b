import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { event, receipt } from '../support/requests.ts';
import { micro } from './micro.ts';

/** A client over HTTP that repeats a request, with the same key, until it has got an answer. */
export interface Told {
  /** What was answered, by key: the row's id. */
  rows: Map<string, string>;
  /** What the answers come to, in millionths. */
  moved: bigint;
  /** Messages that were taken and not rejected, and how many requests had to be repeated. */
  messages: number;
  repeated: number;
}

const PRICE = '0.01';

/**
 * Posts money, messages and their receipts for clients, by workers at once, until it is told to
 * stop. `url` answers who is asked next: servers come and go.
 */
export function startPosting(
  url: () => string,
  clients: readonly number[],
  workers: number,
): () => Promise<Told> {
  const told: Told = { rows: new Map(), moved: 0n, messages: 0, repeated: 0 };
  const ending = new AbortController();
  const ask = async (path: string, body: unknown) => {
    for (;;) {
      const answer = await tryOnce(`${url()}${path}`, body);
      if (answer) return answer;
      told.repeated += 1;
      await setTimeout(50);
    }
  };
  const money = async (clientId: number | undefined, kind: string, amount: string) => {
    const key = randomUUID();
    const body = { clientId, kind, amount, comment: 'tireless', idempotencyKey: key };
    const { status, body: row } = await ask('/api/transactions', body);
    if (status !== 201) return;
    told.rows.set(key, String(row.id));
    told.moved += micro(String(row.amount));
  };
  /** One of two messages is given back. */
  const traffic = async (clientId: number) => {
    const names = [randomUUID(), randomUUID()] as const;
    const sentAt = new Date(Date.now() - 60_000).toISOString();
    await ask('/api/messages', [
      ...names.map((name) => event(clientId, name, { price: PRICE, sentAt })),
      receipt(clientId, names[0], 'rejected', sentAt),
    ]);
    told.messages += 2;
    told.moved -= micro(PRICE);
  };
  const worker = async (_: unknown, first: number) => {
    for (let turn = first; !ending.signal.aborted; turn += 1) {
      const clientId = clients[turn % clients.length] ?? 0;
      if (turn % 3 === 0) await traffic(clientId);
      else if (turn % 3 === 1) await money(clientId, 'bonus', '0.03');
      else await money(clientId, 'fee', '-0.02');
    }
  };
  const ended = Promise.all(Array.from({ length: workers }, worker));
  return async () => {
    ending.abort();
    await ended;
    return told;
  };
}

/** null: nobody can know whether it has been done. */
async function tryOnce(
  url: string,
  body: unknown,
): Promise<{ status: number; body: Record<string, unknown> } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    const again = response.status === 503 || answer.type === 'urn:clientele:problem:in-flight';
    if (again) return null;
    if (response.status >= 500) throw new Error(JSON.stringify(answer));
    return { status: response.status, body: answer };
  } catch (error) {
    // A connection that broke, a body cut off, a time-out: that is what this is about.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    if (error instanceof DOMException && error.name === 'TimeoutError') return null;
    throw error;
  }
}
