import { isCalendarDate } from '../../schema/period.ts';
import { TRANSACTION_KINDS } from '../../schema/transactions.ts';
import { periodFault } from '../rest/period-filter.ts';
import type { StatementQuery } from './statement.ts';

/**
 * react-admin keeps records by their ids, so a statement's id says what it is of:
 * `12:2026-01-01:2026-01-31:charge,refund`.
 */
export function statementId({ clientId, from = '', to = '', kinds = [] }: StatementQuery): string {
  return [clientId, from, to, kinds.join(',')].join(':');
}

/** The statement that an id names, or null when it names none. */
export function parseStatementId(id: string): StatementQuery | null {
  const match = /^(\d{1,15}):([\d-]*):([\d-]*):([a-z_,]*)$/.exec(id);
  if (!match) return null;
  const [, clientId, from = '', to = '', list = ''] = match;
  const names = list === '' ? [] : list.split(',');
  const kinds = TRANSACTION_KINDS.filter((kind) => names.includes(kind));
  const dates = [from, to].every((date) => date === '' || isCalendarDate(date));
  if (!dates || kinds.length !== names.length) return null;
  const period = { from: from || undefined, to: to || undefined };
  if (periodFault(period)) return null;
  return { clientId: Number(clientId), ...period, kinds: kinds.length > 0 ? kinds : undefined };
}
