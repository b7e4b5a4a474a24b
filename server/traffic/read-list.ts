import { z } from 'zod';
import { CommandFailed } from '../cli/command.ts';

const TIMEOUT_MS = 10_000;

/**
 * A page of a resource of a running server, by id, as far as `fields` describes its records.
 *
 * @throws CommandFailed naming the address, when there is no such server or it refuses
 * @example await readList(url, 'clients', z.object({ id: z.int() }), { filter: {}, range: [0, 99] })
 */
export async function readList<Shape extends z.ZodRawShape>(
  url: string,
  resource: string,
  fields: z.ZodObject<Shape>,
  { filter, range }: { filter: object; range: readonly [number, number] },
): Promise<z.output<z.ZodObject<Shape>>[]> {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: JSON.stringify(['id', 'ASC']),
    range: JSON.stringify(range),
  });
  const response = await answer(`${url}/api/${resource}?${query}`, url);
  // Records have more fields than are wanted here.
  const records = z.array(z.object(fields.shape)).safeParse(response);
  if (records.success) return records.data;
  throw new CommandFailed(`${url} answered something else than ${resource}: is it this server?`);
}

async function answer(address: string, url: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new CommandFailed(
      `The server at ${url} cannot be reached (${reasonOf(error)}). Start it with ` +
        '"clientele serve", name another one with --url, or do without one by --offline.',
    );
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const told = z.object({ message: z.string() }).safeParse(body);
  throw new CommandFailed(
    `The server at ${url} answered ${response.status}${told.success ? `: ${told.data.message}` : ''}.`,
  );
}

function reasonOf(error: unknown): string {
  // fetch() itself says no more than "fetch failed".
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
