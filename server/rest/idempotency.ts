import type { Context } from 'hono';
import { idempotencyKey } from '../../schema/transactions.ts';
import type { AppEnv } from '../environment.ts';
import { Problem } from './problem.ts';

/**
 * The key that makes a money request safe to repeat: the `Idempotency-Key` header or, because a
 * stock data provider sends no headers, `idempotencyKey` in the body. 400 without one.
 */
export function requiredKey(c: Context<AppEnv>, inBody: string | undefined): string {
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

/** Marks the answer of a request whose work had been done before. */
export function markReplayed(c: Context<AppEnv>): void {
  c.header('Idempotent-Replayed', 'true');
}

/** 422: the key was used for something else. */
export function keyReused(): Problem {
  return new Problem(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request. Use a new key for a new request.',
  );
}
