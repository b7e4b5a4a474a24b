import type { Context } from 'hono';
import { MAX_BATCH } from '../../../schema/messages.ts';
import type { AppEnv } from '../../environment.ts';
import { brokeOff } from '../../rest/body.ts';
import { Problem, tooLarge } from '../../rest/problem.ts';

/**
 * The items of a newline-delimited JSON body, read as they arrive. A line that is not JSON breaks
 * the request: its sender lost the framing, so nothing of it is taken.
 */
export async function readLines(c: Context<AppEnv>): Promise<unknown[]> {
  const items: unknown[] = [];
  let line = 0;
  for await (const text of lines(c.req.raw.body)) {
    line += 1;
    if (text.trim() === '') continue;
    if (items.length === MAX_BATCH) throw tooMany();
    try {
      items.push(JSON.parse(text));
    } catch {
      throw new Problem(400, 'malformed-body', `Line ${line} is not JSON. Nothing was stored.`);
    }
  }
  return items;
}

/** 413 for an array with more items than a request may carry. */
export function checkBatchSize(items: readonly unknown[]): void {
  if (items.length > MAX_BATCH) throw tooMany();
}

function tooMany(): Problem {
  return tooLarge(`A request carries at most ${MAX_BATCH} items. Nothing was stored.`);
}

async function* lines(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  if (!body) return;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw brokeOff();
    });
    // Only what is new is searched: a long line comes in many pieces.
    const complete = decode(decoder, value, !done).split('\n');
    complete[0] = rest + (complete[0] ?? '');
    rest = complete.pop() ?? '';
    yield* complete;
    if (done) break;
  }
  yield rest;
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new Problem(400, 'malformed-body', 'The body is not UTF-8. Nothing was stored.');
  }
}
