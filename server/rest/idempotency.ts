import type { Context } from 'hono';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../schema/database.ts';
import { plainMoney } from '../../schema/money.ts';
import { idempotencyKey } from '../../schema/transactions.ts';
import { sqlState } from '../databases/database-problem.ts';
import type { AppEnv } from '../environment.ts';
import { Problem } from './problem.ts';

/** A request that moves money: the same person with the same key means the same request. */
export interface KeyedRequest {
  actor: string;
  key: string;
  /** What is asked for, in one spelling. */
  content: string;
}

/**
 * Reads the key that makes a money request safe to repeat: the `Idempotency-Key` header or,
 * because a stock data provider sends no headers, `idempotencyKey` in the body. 400 without one.
 */
export function keyedRequest(
  c: Context<AppEnv>,
  resource: string,
  body: { idempotencyKey?: string | undefined },
): KeyedRequest {
  const key = requiredKey(c, body.idempotencyKey);
  const said = Object.entries(body)
    .filter(([name, value]) => name !== 'idempotencyKey' && value != null && value !== '')
    // "5" and "5.00" are the same request.
    .map(([name, value]) => [name, name === 'amount' ? plainMoney(String(value)) : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return { actor: c.get('scope').actor, key, content: JSON.stringify([resource, said]) };
}

function requiredKey(c: Context<AppEnv>, inBody: string | undefined): string {
  // The draft standard writes the key as a quoted string; plain ones are common.
  const inHeader = c.req.header('Idempotency-Key')?.replace(/^"(.*)"$/s, '$1');
  const key = idempotencyKey.safeParse(inHeader ?? inBody);
  if (key.success) return key.data;
  throw new Problem(
    400,
    'idempotency-key-missing',
    'Send an Idempotency-Key header (or idempotencyKey in the body) of 1 to 200 characters, ' +
      'the same one when you repeat the request.',
  );
}

/** SHA-256 of what a request asks for, as SQL. */
export const fingerprint = ({ content }: KeyedRequest): RawBuilder<string> =>
  sql<string>`encode(sha256(convert_to(${content}, 'UTF8')), 'hex')`;

/** The answer of a request that was carried out before. */
export interface StoredAnswer {
  status: number;
  resource: string;
  recordId: string;
}

/**
 * Carries a request out once. `run` stores the key in the transaction that does the work, so that
 * repeating it fails there, or is refused for what the first time did; then the stored answer is
 * told again. Refusals are not stored: nothing has moved, and the key can be used again.
 *
 * @throws Problem 422 when the key belongs to another request; 409 while the first one is running
 */
export async function once<Answer>(
  db: Kysely<Database>,
  request: KeyedRequest,
  run: () => Promise<Answer>,
): Promise<{ done: Answer } | { before: StoredAnswer }> {
  try {
    return { done: await run() };
  } catch (error) {
    const state = sqlState(error) ?? '';
    if (!(error instanceof Problem) && !REPEATED.has(state)) throw error;
    const before = await storedAnswer(db, request);
    if (before) return { before };
    throw state === LOCKED ? inFlight() : error;
  }
}

const LOCKED = '55P03';

/**
 * How a repeated request can fail: its key is taken, the balance has no room for it twice, or the
 * account is locked by yet another one.
 */
const REPEATED = new Set(['23505', '22003', LOCKED]);

async function storedAnswer(
  db: Kysely<Database>,
  request: KeyedRequest,
): Promise<StoredAnswer | undefined> {
  const found = await db
    .selectFrom('idempotencyKeys')
    .select(['status', 'resource', 'recordId'])
    .select(sql<boolean>`fingerprint = ${fingerprint(request)}`.as('same'))
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .executeTakeFirst();
  if (found && !found.same) throw keyReused();
  return found;
}

/** Stores the answer of a request, in the transaction that carries it out. */
export async function storeAnswer(
  trx: Kysely<Database>,
  request: KeyedRequest,
  answer: StoredAnswer,
): Promise<void> {
  const { actor, key } = request;
  await trx
    .insertInto('idempotencyKeys')
    .values({ actor, key, fingerprint: fingerprint(request), ...answer })
    .execute();
}

/**
 * Forgets the keys of a month ago, by the database's clock: nobody repeats a request that long.
 * Answers how many there were.
 */
export async function forgetOldKeys(db: Kysely<Database>): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotencyKeys')
    .where(sql<boolean>`created_at < now() - interval '30 days'`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Marks the answer of a request whose work had been done before. */
export function markReplayed(c: Context<AppEnv>): void {
  c.header('Idempotent-Replayed', 'true');
}

/** 422: the key was used for something else. */
function keyReused(): Problem {
  return new Problem(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request. Use a new key for a new request.',
  );
}

function inFlight(): Problem {
  return new Problem(
    409,
    'in-flight',
    'Another request for this account, perhaps this very one, is still being carried out. ' +
      'Repeat it with the same Idempotency-Key.',
  );
}
