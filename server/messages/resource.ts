import type { Context } from 'hono';
import { messageEvent, messageReceipt } from '../../schema/messages.ts';
import type { AppEnv } from '../environment.ts';
import { mediaType, readJson } from '../rest/body.ts';
import { check, invalid, invalidBody, Problem } from '../rest/problem.ts';
import { recordId } from '../rest/record-id.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { ingest } from './ingest/ingest.ts';
import { isReceipt } from './ingest/parse-items.ts';
import { checkBatchSize, readLines } from './ingest/read-batch.ts';
import { findMessage, listMessages, messageList } from './list.ts';

/** The most bytes of a batch. */
const MAX_BATCH_BYTES = 64 * 1024 * 1024;

/** Messages: read one by one, delivered in batches. */
export const messages = resourceRoutes({
  noun: 'message',
  definition: messageList,
  list: listMessages,
  one: ({ db }, id) => findMessage(db, id),
  post: { maxBytes: MAX_BATCH_BYTES, run: takeMessages },
});

async function takeMessages(c: Context<AppEnv>): Promise<Response> {
  const type = mediaType(c);
  if (type === 'application/x-ndjson') {
    return c.json(await ingest(c.get('scope'), await readLines(c)));
  }
  if (type !== 'application/json') {
    throw new Problem(
      415,
      'unsupported-media-type',
      'Send messages as application/json or application/x-ndjson.',
    );
  }
  const body = await readJson(c);
  if (!Array.isArray(body)) return createOne(c, body);
  checkBatchSize(body);
  return c.json(await ingest(c.get('scope'), body));
}

/** A single object: an ordinary create, with faults at their fields. */
async function createOne(c: Context<AppEnv>, body: unknown) {
  const parsed = check(isReceipt(body) ? messageReceipt : messageEvent, body);
  if (!parsed.success) throw invalidBody(parsed.error);
  const scope = c.get('scope');
  const { accepted, rejected } = await ingest(scope, [body]);
  if (rejected[0]) {
    const [, field = 'root', message = ''] = /^(\w+): (.*)$/.exec(rejected[0].message) ?? [];
    throw invalid({ [field]: message });
  }
  const id = recordId(parsed.data.clientId, parsed.data.externalId);
  const message = await findMessage(scope.db, id);
  // A receipt that came before its message: kept, but there is no message to show yet.
  if (!message) return c.json({ id, ...parsed.data }, 202);
  return c.json(message, accepted > 0 ? 201 : 200);
}
