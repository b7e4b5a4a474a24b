import { sql } from 'kysely';
import { chooseColumns, workbookColumns } from '../exports/columns.ts';
import type { Exporter } from '../exports/exporter.ts';
import { fileName } from '../exports/file-name.ts';
import { filterInWords, periodInWords } from '../exports/filter-words.ts';
import { readRows } from '../exports/read-rows.ts';
import { parseListRequest } from '../rest/list-request.ts';
import { singleClient } from '../rest/period-filter.ts';
import { badRequest } from '../rest/problem.ts';
import { transactionColumns } from './export-columns.ts';
import { ledgerOfClient, ledgerOfSeveral } from './export-ledger.ts';
import { transactionList } from './list.ts';

/** Fields that every row has: only by them can the rows be read page by page. */
const SORTABLE = ['id', 'clientId', 'seq', 'occurredAt', 'kind', 'amount', 'actor'];

/**
 * The ledger as a workbook: the rows of any filter, and the balances around the period when it is
 * that of one client.
 */
export const exportTransactions: Exporter = async (scope, { list, columns }) => {
  const request = parseListRequest(list, transactionList);
  const { conditions, params, sort } = request;
  if (!SORTABLE.includes(sort.field)) {
    throw badRequest(
      `An export cannot be sorted by "${sort.field}". Allowed: ${SORTABLE.join(', ')}.`,
    );
  }
  const client = singleClient(conditions);
  const ledger =
    client === undefined
      ? await ledgerOfSeveral(scope, request)
      : await ledgerOfClient(scope, client, request);
  const { zone, currency, usualColumns } = ledger;
  const chosen = chooseColumns(transactionColumns(zone, currency), usualColumns, columns);
  const period = periodInWords(params);
  const filter = [
    ...conditions.filter(({ field }) => client === undefined || field !== 'clientId'),
    ...(params.id ? [{ field: 'id', operator: 'in' as const, value: params.id }] : []),
  ];
  const made = await sql<{ at: string }>`
    select (${scope.clock()}::timestamptz at time zone ${zone})::text as at`.execute(scope.db);
  return {
    clientId: client ?? null,
    fileName: fileName('Transactions', ...ledger.fileWords(period)),
    total: ledger.total,
    workbook: {
      sheetName: 'Transactions',
      header: [
        { label: 'Client', value: ledger.client },
        { label: 'Period', value: period },
        { label: 'Time zone', value: zone },
        { label: 'Filter', value: filterInWords(filter) },
        ...ledger.balances,
        { label: 'Made', value: made.rows[0]?.at ?? null, type: 'instant' },
      ],
      columns: workbookColumns(chosen),
      ...readRows(scope.db, ledger.source, chosen),
    },
  };
};
