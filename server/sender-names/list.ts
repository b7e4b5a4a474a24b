import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../schema/database.ts';
import { answered, QUESTIONNAIRE_FIELDS, type SenderName } from '../../schema/sender-names.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { countWhere, inOrder, matches, readPage } from '../rest/list-query.ts';
import { parseNumberedId } from '../rest/record-id.ts';
import { idParam, numberedIdMatches } from '../rest/record-id-filter.ts';

const params = z.strictObject(idParam);

export const senderNameList: ListDefinition<typeof params.shape> = {
  resource: 'sender_names',
  fields: {
    id: { type: 'text', column: 'n.clientId', filter: false },
    clientId: { type: 'integer', column: 'n.clientId' },
    name: { type: 'text', column: 'n.name' },
    type: { type: 'text', column: 'n.type' },
    status: { type: 'text', column: 'n.status' },
    requestedAt: { type: 'instant', column: 'n.requestedAt' },
    decidedAt: { type: 'instant', column: 'n.decidedAt' },
  },
  params,
  key: ['n.clientId', 'n.nameId'],
};

type Request = ListRequest<z.infer<typeof params>>;

/** A page of sender names. */
export function listSenderNames(db: Kysely<Database>, request: Request): Promise<Page<SenderName>> {
  const found = sql<boolean>`${matches(request.conditions)} and
    ${numberedIdMatches(request.params.id, 'n.clientId', 'n.nameId')}`;
  return readPage(db, request, {
    count: (snapshot) => countWhere(snapshot.selectFrom('senderNames as n'), found),
    rows: async (snapshot, offset, limit) => {
      const rows = await inOrder(
        selectSenderNames(snapshot).where(found),
        senderNameList,
        request.sort,
      )
        .offset(offset)
        .limit(limit)
        .execute();
      return rows.map(toSenderName);
    },
  });
}

/** One name, or undefined. */
export async function findSenderName(
  db: Kysely<Database>,
  id: string,
): Promise<SenderName | undefined> {
  const parsed = parseNumberedId(id);
  if (!parsed) return undefined;
  const row = await selectSenderNames(db)
    .where('n.clientId', '=', parsed.clientId)
    .where('n.nameId', '=', parsed.number)
    .executeTakeFirst();
  return row && toSenderName(row);
}

function selectSenderNames(db: Kysely<Database>) {
  return db
    .selectFrom('senderNames as n')
    .select(sql<string>`n.client_id || '-' || n.name_id`.as('id'))
    .select([
      'n.clientId',
      'n.name',
      'n.type',
      'n.status',
      'n.questionnaire',
      'n.reason',
      'n.requestedAt',
      'n.decidedAt',
      'n.decidedBy',
      'n.version',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSenderNames>['execute']>>[number];

function toSenderName({ questionnaire, ...row }: Row): SenderName {
  return {
    ...row,
    questionnaire: {
      ...questionnaire,
      filled: answered(questionnaire),
      of: QUESTIONNAIRE_FIELDS.length,
    },
  };
}
