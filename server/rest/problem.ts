import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

/** Field messages in the shape that react-admin puts beside its inputs. */
export interface FieldErrors {
  [field: string]: string | FieldErrors;
}

/**
 * What a request did wrong, or what stopped it, in words for its sender. Everything else that is
 * thrown reads "something went wrong here" and is logged.
 *
 * @example throw new Problem(404, 'not-found', 'There is no client 12.')
 */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly type: string;
  readonly errors: FieldErrors | undefined;

  constructor(status: ContentfulStatusCode, type: string, message: string, errors?: FieldErrors) {
    super(message);
    this.status = status;
    this.type = `urn:clientele:problem:${type}`;
    this.errors = errors;
  }
}

/** 400: the query cannot be understood. The message names the key and what is allowed. */
export const badRequest = (message: string) => new Problem(400, 'bad-request', message);

/** 404: `notFound('client', 12)` reads "There is no client 12." */
export const notFound = (what: string, id: string | number) =>
  new Problem(404, 'not-found', `There is no ${what} ${id}.`);

/** 409: somebody else was first, or the record is in a state that does not allow it. */
export const conflict = (message: string, errors?: FieldErrors) =>
  new Problem(409, 'conflict', message, errors);

/** 413: more than one request may carry. */
export const tooLarge = (message: string) => new Problem(413, 'too-large', message);

/** 403: the person's role does not allow it. */
export const forbidden = (message: string) => new Problem(403, 'forbidden', message);

/** 422: fields that are not as they must be. */
export const invalid = (errors: FieldErrors) =>
  new Problem(422, 'invalid', sentence(errors), errors);

/**
 * `schema.safeParse` with words for people where the schema has none of its own: a missing field
 * "is required".
 */
export function check<Schema extends z.ZodType>(schema: Schema, input: unknown) {
  return schema.safeParse(input, {
    error: (issue) => (issue.input === undefined ? 'is required' : undefined),
  });
}

/** 422 from what zod found: every fault at its field. */
export function invalidBody(error: z.ZodError): Problem {
  const errors = noErrors();
  for (const [path, message] of issues(error)) put(errors, path, message);
  return invalid(errors);
}

/** Every fault of an input in one line: `login: must be a phone number; parts: ...`. */
export function faults(error: z.ZodError): string {
  return issues(error)
    .map(([path, message]) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

function issues(error: z.ZodError): [path: string[], message: string][] {
  return error.issues.flatMap((issue): [string[], string][] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [[...issue.path.map(String), key], 'is not a known field'])
      : [[issue.path.map(String), issue.message]],
  );
}

/** Without a prototype, because a sender may name a field "constructor". */
const noErrors = (): FieldErrors => Object.create(null);

function put(errors: FieldErrors, path: string[], message: string): void {
  const [key = 'root', ...rest] = path;
  if (rest.length === 0) {
    errors[key] ??= key === 'root' ? { serverError: message } : message;
    return;
  }
  const inner = errors[key];
  const nested = typeof inner === 'object' ? inner : noErrors();
  errors[key] = nested;
  put(nested, rest, message);
}

function sentence(errors: FieldErrors): string {
  return Object.entries(errors)
    .map(([field, value]) => {
      const words = typeof value === 'string' ? value : sentence(value);
      // The body as a whole, in the names that react-admin gives it.
      return field === 'root' || field === 'serverError' ? words : `${field}: ${words}`;
    })
    .join('; ');
}
