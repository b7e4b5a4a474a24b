import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { AppEnv } from '../environment.ts';
import { check, invalidBody, Problem, tooLarge } from './problem.ts';

/** The most bytes of an ordinary body. */
const MAX_BODY = 1024 * 1024;

/** Middleware: refuses bodies over `maxSize` bytes with 413, and those that break off with 400. */
export function limitBody(maxSize = MAX_BODY): MiddlewareHandler<AppEnv> {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(`The body is larger than ${maxSize / 1024 / 1024} MB.`);
    },
  });
  return async (c, next) => {
    let arrived = false;
    try {
      return await limit(c, () => {
        arrived = true;
        return next();
      });
    } catch (error) {
      throw arrived || error instanceof Problem ? error : brokeOff();
    }
  };
}

/** 400: the connection ended before the body did. */
export const brokeOff = () =>
  new Problem(400, 'malformed-body', 'The body broke off. Nothing was stored.');

/** The JSON body, parsed once and by the schema: 415, 400 or 422 when it is not as it must be. */
export async function parseBody<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = check(schema, await readJson(c));
  if (!parsed.success) throw invalidBody(parsed.error);
  return parsed.data;
}

/** The body as JSON: 415 when it says to be something else, 400 when it is none. */
export async function readJson(c: Context<AppEnv>): Promise<unknown> {
  const type = mediaType(c);
  if (type !== 'application/json') {
    throw new Problem(415, 'unsupported-media-type', 'Send the body as application/json.');
  }
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-body', 'The body is not JSON.');
  }
}

/** The content type without its parameters: `application/json`. */
export function mediaType(c: Context<AppEnv>): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
