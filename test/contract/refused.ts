import { expect } from 'vitest';
import type { TestHost } from '../support/hosts.ts';

/** What every refusal says: react-admin's `message` and `errors` beside the members of RFC 9457. */
export interface Refusal {
  message: string;
  type: string;
  status: number;
  errors?: Record<string, unknown>;
}

/** Words of the database or of the program, which no sender needs to see. */
export const LEAK =
  /\bselect\b|\binsert into\b|pg_|_pkey|client_accounts|message_statistics|early_receipts|clients_login|node_modules|\.ts:\d|\\n\s+at /i;

/** Sends what must be refused, and checks the shape that every refusal has. */
export async function refused(
  { app }: TestHost,
  method: string,
  path: string,
  body: BodyInit | null = null,
  headers: Record<string, string> = {},
): Promise<Refusal & { headers: Headers }> {
  const response = await app.request(path, { method, body, headers });
  const text = await response.text();
  expect({ status: response.status, answer: text }).toEqual({
    status: expect.toSatisfy((status: number) => status >= 400 && status < 500),
    answer: expect.not.stringMatching(LEAK),
  });
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const refusal = JSON.parse(text) as Refusal;
  const { message, type, status, errors = {}, ...rest } = refusal;
  expect(rest).toEqual({});
  expect(status).toBe(response.status);
  expect(type).toMatch(/^urn:clientele:problem:[a-z-]+$/);
  expect(message).toMatch(/\S/);
  expect(errors).toBeTypeOf('object');
  return { ...refusal, headers: response.headers };
}

let keys = 0;

/** The same with a JSON body, or text that claims to be one, and a key that no other request has. */
export function refusedJson(
  host: TestHost,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Refusal & { headers: Headers }> {
  keys += 1;
  return refused(host, method, path, typeof body === 'string' ? body : JSON.stringify(body), {
    'Content-Type': 'application/json',
    'Idempotency-Key': `key-${keys}`,
    ...headers,
  });
}
