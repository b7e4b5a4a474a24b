import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../schema/database.ts';
import { mccMnc, type Message } from '../../schema/messages.ts';
import type { Scope } from '../environment.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { periodBounds, periodParams, singleClient, within } from '../rest/period-filter.ts';
import { messageCost } from './cost.ts';
import { parseRecordId } from '../rest/record-id.ts';
import { idParam, namedIdMatches, numberedIdMatches } from '../rest/record-id-filter.ts';

/** null: none. */
const transactionIds = z.union([idParam.id, z.null()], {
  error: 'must be an id such as "12-7", a list of at most 1000, or null',
});

const params = z.strictObject({
  ...periodParams,
  ...idParam,
  /** null: the operator is not known. */
  mccMnc: mccMnc.nullable().optional(),
  /** The messages that a transaction charged, or gave the money back for. */
  chargeId: transactionIds,
  refundId: transactionIds,
});

export const messageList: ListDefinition<typeof params.shape> = {
  resource: 'messages',
  fields: {
    id: { type: 'text', column: 'm.clientId', filter: false },
    clientId: { type: 'integer', column: 'm.clientId' },
    externalId: { type: 'text', column: 'm.externalId' },
    sentAt: { type: 'instant', column: 'm.sentAt' },
    channel: { type: 'text', column: 'm.channel' },
    sender: { type: 'text', column: 'm.sender' },
    recipient: { type: 'text', column: 'm.recipient' },
    country: { type: 'text', column: 'm.country' },
    status: { type: 'text', column: 'm.status' },
    mailing: { type: 'text', column: 'm.mailing' },
    parts: { type: 'integer', column: 'm.parts' },
    price: { type: 'decimal', column: 'm.price' },
    billing: { type: 'text', column: 'm.billing' },
  },
  params,
  key: ['m.clientId', 'm.externalId'],
};

type Request = ListRequest<z.infer<typeof params>>;

/** A page of messages. */
export async function listMessages(scope: Scope, request: Request): Promise<Page<Message>> {
  const { db, reportingTimeZone } = scope;
  const { conditions, sort } = request;
  const { id, mccMnc: operator, chargeId, refundId, ...period } = request.params;
  const bounds = await periodBounds(db, period, singleClient(conditions), reportingTimeZone);
  const found = sql<boolean>`${matches(conditions)} and ${within('m.sentAt', bounds)} and
    ${namedIdMatches(id, 'm.clientId', 'm.externalId')} and
    ${refersTo(chargeId, 'm.chargeSeq')} and ${refersTo(refundId, 'm.refundSeq')} and
    ${operator === undefined ? sql`true` : sql`m.mcc_mnc = ${operator ?? ''}`}`;

  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('messages as m'), found),
    rows: (snapshot, offset, limit) => {
      const keys = inOrder(
        snapshot.selectFrom('messages as m').select(['m.clientId', 'm.externalId']).where(found),
        messageList,
        sort,
      )
        .offset(offset)
        .limit(limit);
      return inOrder(
        selectMessages(snapshot).where(({ eb, refTuple }) =>
          eb(refTuple('m.clientId', 'm.externalId'), 'in', keys.$asTuple('clientId', 'externalId')),
        ),
        messageList,
        sort,
      ).execute();
    },
  });
}

/** One message, or undefined. */
export async function findMessage(db: Kysely<Database>, id: string): Promise<Message | undefined> {
  const parsed = parseRecordId(id);
  if (!parsed) return undefined;
  return selectMessages(db)
    .where('m.clientId', '=', parsed.clientId)
    .where('m.externalId', '=', parsed.key)
    .executeTakeFirst();
}

function refersTo(ids: readonly string[] | null | undefined, column: string) {
  return ids === null
    ? sql<boolean>`${sql.ref(column)} is null`
    : numberedIdMatches(ids, 'm.clientId', column);
}

function selectMessages(db: Kysely<Database>) {
  return db
    .selectFrom('messages as m')
    .innerJoin('clients as c', 'c.clientId', 'm.clientId')
    .leftJoin('operators as o', 'o.mccMnc', 'm.mccMnc')
    .select(sql<string>`m.client_id || '-' || m.external_id`.as('id'))
    .select(['m.clientId', 'm.externalId', 'm.mailing', 'm.sentAt', 'm.channel', 'm.sender'])
    .select(['m.recipient', 'm.country'])
    .select(sql<string | null>`nullif(m.mcc_mnc, '')`.as('mccMnc'))
    .select(['o.name as operator', 'm.parts', 'm.price'])
    .select(sql<string>`${messageCost('m')}`.as('cost'))
    .select(['c.currency', 'm.status', 'm.finalAt', 'm.billing'])
    .select(sql<string | null>`m.client_id || '-' || m.charge_seq`.as('chargeId'))
    .select(sql<string | null>`m.client_id || '-' || m.refund_seq`.as('refundId'));
}
