import { streamOf } from './xlsx/streams.ts';
import { workbookEntries } from './xlsx/entries.ts';
import { zip } from './xlsx/zip.ts';

/**
 * What a cell holds. All values come as text, the way the database writes them, so that no digit
 * passes through a float: `money` as `-12.500000`, `integer` as `7`, `instant` as the wall clock of
 * the zone that the file is made for (`2026-11-20 10:00:00`), `date` as `2026-11-20`.
 *
 * `text` is never read as anything else: not as a formula, a number or a date.
 */
export type CellType = 'text' | 'money' | 'integer' | 'instant' | 'date';

/** A cell's value as text; null leaves the cell empty. */
export type CellValue = string | null;

export interface WorkbookColumn {
  title: string;
  type: CellType;
  /** In characters, as spreadsheets measure it. */
  width: number;
}

/** A line of the block above the table: `Period | 2026-11-01 - 2026-11-30`. */
export interface HeaderLine {
  label: string;
  value: CellValue;
  /** Without it the value is text. */
  type?: CellType;
}

/** A line below the table. */
export interface ClosingLine {
  /** Stands in the first column that has no value. */
  label: string;
  values: readonly CellValue[];
}

export type WorkbookRow = readonly CellValue[];

export interface Workbook {
  /** Characters that a sheet's name must not have are replaced. */
  sheetName: string;
  header: readonly HeaderLine[];
  columns: readonly WorkbookColumn[];
  /** The rows, many at a time, because waiting for each single one would cost more than writing it. */
  batches: AsyncIterable<readonly WorkbookRow[]>;
  /** The lines below the table; asked for after the last row. */
  closing: () => readonly ClosingLine[];
}

/**
 * Writes a workbook while its rows are read: memory does not grow with their number, and a reader
 * that goes away ends the reading. Rows that one sheet cannot hold go on on another.
 *
 * An error of the rows becomes the stream's.
 */
export type WriteWorkbook = (workbook: Workbook) => ReadableStream<Uint8Array<ArrayBuffer>>;

/** Rows on one sheet: Excel's 1,048,576 without what stands above and below them. */
const SHEET_ROWS = 1_048_000;

/**
 * `WriteWorkbook` as .xlsx, by web standards alone.
 *
 * @example
 * return new Response(writeWorkbook({ sheetName: 'Rows', header, columns, batches, closing }));
 */
export const writeWorkbook: WriteWorkbook = (workbook) => writeSheets(workbook, SHEET_ROWS);

/** `writeWorkbook` with sheets of another size. */
export function writeSheets(workbook: Workbook, sheetRows: number) {
  return streamOf(zip(workbookEntries(workbook, sheetRows)));
}
