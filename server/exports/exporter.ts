import type { Scope } from '../environment.ts';
import type { Workbook } from './workbook.ts';

/** What is to be exported: a list as it would be asked for, all of it, and the columns. */
export interface ExportQuery {
  /** `filter` and `sort` as the list itself takes them. */
  list: Record<string, string[]>;
  /** Names of columns in their order; the usual ones when left out. */
  columns?: readonly string[] | undefined;
}

/** An export that can be written: all of the query is known to be allowed. */
export interface PreparedExport {
  /** The one client that it is about, else null. */
  clientId: number | null;
  /** With ".xlsx", in any letters. */
  fileName: string;
  /** How many rows there are at the moment. */
  total: number;
  workbook: Workbook;
}

/**
 * How a resource becomes a workbook. Whatever is unknown in the query is a 400 that says what is
 * allowed.
 */
export type Exporter = (scope: Scope, query: ExportQuery) => Promise<PreparedExport>;
