import { z } from 'zod';
import { clientId, money, nonNegativeMoney } from '../../schema/fields.ts';
import { PREVIEW_KINDS, type Preview, type PreviewKind } from '../../schema/previews.ts';
import type { Scope } from '../environment.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { MAX_ROWS, wholeNumber } from '../rest/list-request.ts';
import { badRequest } from '../rest/problem.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { idParam } from '../rest/record-id-filter.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { findPreview, type PreviewQuery } from './preview.ts';

const params = z.strictObject({
  ...idParam,
  clientId: wholeNumber.pipe(clientId).optional(),
  kind: z.enum(PREVIEW_KINDS).optional(),
  amount: money.optional(),
  reversesId: z.string().max(40).optional(),
});

const previewList: ListDefinition<typeof params.shape> = {
  resource: 'previews',
  fields: { id: { type: 'text', column: 'p.id', filter: false } },
  params,
  key: ['p.id'],
};

/** What an entry would come to, as one row: forms show it before anything is saved. */
export const previews = resourceRoutes({
  noun: 'preview',
  definition: previewList,
  list: listPreviews,
  one: async (scope, id) => {
    const query = parsePreviewId(id);
    return query ? findPreview(scope, query) : undefined;
  },
});

async function listPreviews(
  scope: Scope,
  { params: asked, offset, limit }: ListRequest<z.infer<typeof params>>,
): Promise<Page<Preview>> {
  const found = new Map<string, Preview>();
  for (const query of queriesOf(asked)) {
    const preview = await findPreview(scope, query);
    // The same one may be asked for twice, also in another spelling.
    if (preview) found.set(preview.id, preview);
  }
  const rows = [...found.values()].slice(offset, offset + (limit ?? MAX_ROWS));
  return { rows, total: found.size };
}

function queriesOf({ id, ...asked }: z.infer<typeof params>): PreviewQuery[] {
  if (id) return id.map(parsePreviewId).filter((query) => query !== null);
  const { clientId: client, kind, amount, reversesId } = asked;
  if (client === undefined) throw badRequest('Bad filter: clientId is required.');
  if (kind === undefined) {
    throw badRequest(`Bad filter: kind is required, one of ${PREVIEW_KINDS.join(', ')}.`);
  }
  if (kind === 'reversal' ? !reversesId : amount === undefined) {
    throw badRequest(`Bad filter: ${kind === 'reversal' ? 'reversesId' : 'amount'} is required.`);
  }
  if (amount !== undefined && !amountOf(kind).safeParse(amount).success) {
    throw badRequest('Bad filter: amount of a credit limit must not be negative.');
  }
  return [{ clientId: client, ...(kind === 'reversal' ? { kind, reversesId } : { kind, amount }) }];
}

const amountOf = (kind: PreviewKind) => (kind === 'credit_limit' ? nonNegativeMoney : money);

function parsePreviewId(id: string): PreviewQuery | null {
  const [client = '', kind, what = '', ...rest] = id.split(':');
  const known = PREVIEW_KINDS.find((name) => name === kind);
  if (!/^\d{1,15}$/.test(client) || !known || rest.length > 0) return null;
  const query = { clientId: Number(client), kind: known };
  if (known === 'reversal') return parseNumberedId(what) ? { ...query, reversesId: what } : null;
  return amountOf(known).safeParse(what).success ? { ...query, amount: what } : null;
}
