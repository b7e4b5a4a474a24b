import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../schema/database.ts';
import { clientId } from '../../schema/fields.ts';
import { CHANNELS } from '../../schema/messages.ts';
import { GROUPINGS, type Statistic } from '../../schema/statistics.ts';
import type { ListDefinition, ListRequest, Page } from '../rest/list-definition.ts';
import { inSnapshot, readPage } from '../rest/list-query.ts';
import { MAX_ROWS, wholeNumber } from '../rest/list-request.ts';
import { periodParams } from '../rest/period-filter.ts';
import { badRequest } from '../rest/problem.ts';
import { idParam } from '../rest/record-id-filter.ts';
import { countGroups, reportFault, reportQuery, type Report, type ReportRow } from './report.ts';
import { parseStatisticId, statisticId } from './statistic-id.ts';

const params = z.strictObject({
  ...periodParams,
  ...idParam,
  clientId: wholeNumber.pipe(clientId).optional(),
  groupBy: z.enum(GROUPINGS).optional(),
  channel: z.enum(CHANNELS).optional(),
});

const sortedBy = (column: string) => ({ type: 'text', column, filter: false }) as const;

export const statisticList: ListDefinition<typeof params.shape> = {
  resource: 'statistics',
  fields: {
    id: sortedBy('r.group'),
    group: sortedBy('r.group'),
    sentMessages: sortedBy('r.sentMessages'),
    sentParts: sortedBy('r.sentParts'),
    deliveredMessages: sortedBy('r.deliveredMessages'),
    deliveredParts: sortedBy('r.deliveredParts'),
    pendingParts: sortedBy('r.pendingParts'),
    efficiency: sortedBy('r.efficiency'),
    price: sortedBy('r.price'),
  },
  params,
  key: ['r.key'],
};

type Request = ListRequest<z.infer<typeof params>>;

/** A page of a report, or the rows that react-admin asks for again by their ids. */
export async function listStatistics(
  db: Kysely<Database>,
  request: Request,
): Promise<Page<Statistic>> {
  const { id: ids, ...filter } = request.params;
  if (ids) {
    const found = await findStatistics(db, ids);
    const { offset, limit } = request;
    return { rows: found.slice(offset, offset + (limit ?? MAX_ROWS)), total: found.length };
  }
  const report = reportOf(filter);
  return readPage(db, request, {
    count: (snapshot) => countGroups(snapshot, report),
    rows: async (snapshot, offset, limit) => {
      const { field, order } = request.sort;
      const column = statisticList.fields[field]?.column ?? 'r.key';
      const { rows } = await sql<ReportRow>`
        select * from ${reportQuery(report)}
        order by ${sql.ref(column)} ${sql.raw(order)} nulls last, r.key ${sql.raw(order)}
        offset ${offset} limit ${limit}`.execute(snapshot);
      return rows.map((row) => toStatistic(report, row));
    },
  });
}

/** One row of the report that its id names, or undefined. */
export async function findStatistic(
  db: Kysely<Database>,
  id: string,
): Promise<Statistic | undefined> {
  return (await findStatistics(db, [id]))[0];
}

/** The rows that ids name, by one query for each report: the ids mostly come from a single one. */
function findStatistics(db: Kysely<Database>, ids: readonly string[]): Promise<Statistic[]> {
  const reports = new Map<string, { report: Report; keys: string[] }>();
  for (const { report, key } of ids.map(parseStatisticId).filter((parsed) => parsed !== null)) {
    const name = statisticId(report, '');
    reports.set(name, { report, keys: [...(reports.get(name)?.keys ?? []), key] });
  }
  return inSnapshot(db, async (snapshot) => {
    const found: Statistic[] = [];
    for (const { report, keys } of reports.values()) {
      const { rows } = await sql<ReportRow>`
        select * from ${reportQuery(report)} where r.key = any(${keys})`.execute(snapshot);
      found.push(...rows.map((row) => toStatistic(report, row)));
    }
    return found;
  });
}

function reportOf({ clientId: id, groupBy, from, to, channel }: Request['params']): Report {
  if (id === undefined) throw badRequest('Bad filter: clientId is required.');
  if (groupBy === undefined) {
    throw badRequest(`Bad filter: groupBy is required, one of ${GROUPINGS.join(', ')}.`);
  }
  const report = { clientId: id, groupBy, from, to, channel };
  const fault = reportFault(report);
  if (fault) throw badRequest(`Bad filter: ${fault}.`);
  return report;
}

function toStatistic(report: Report, { key, efficiency, ...row }: ReportRow): Statistic {
  return {
    id: statisticId(report, key),
    ...row,
    efficiency: efficiency === null ? null : Number(efficiency),
  };
}
