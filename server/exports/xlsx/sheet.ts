import type { ClosingLine, HeaderLine, Workbook, WorkbookColumn } from '../workbook.ts';
import { cellName, cellWriter } from './cells.ts';
import { MAIN } from './parts.ts';
import type { RowQueue } from './row-queue.ts';

/** Text is handed on in pieces of about this many characters. */
const PIECE = 32 * 1024;
/** At most three bytes a character, so that a sheet stays below the 4 GiB of an entry in a ZIP. */
const MAX_CHARACTERS = 1024 ** 3;

/**
 * The XML of a sheet in pieces. The first sheet begins with the header block, every sheet has the
 * columns' titles, and the one on which the rows end has the closing lines.
 */
export async function* sheetXml(
  { header, columns, closing }: Workbook,
  rows: RowQueue,
  { first, maxRows }: { first: boolean; maxRows: number },
): AsyncGenerator<string> {
  const lines = first ? header : [];
  // A line is left free between the block and the titles.
  const titles = lines.length > 0 ? lines.length + 2 : 1;
  let text =
    sheetStart(columns, titles) + lines.map(headerRow).join('') + titleRow(columns, titles);

  const writers = columns.map(({ type }, index) => cellWriter(index, type));
  let row = titles;
  let characters = 0;
  while (row - titles < maxRows && characters < MAX_CHARACTERS) {
    const batch = await rows.take(titles + maxRows - row);
    if (batch.length === 0) break;
    for (const values of batch) {
      row += 1;
      text += `<row r="${row}">`;
      for (const [index, write] of writers.entries()) text += write(values[index] ?? null, row);
      text += '</row>';
      if (text.length < PIECE) continue;
      characters += text.length;
      yield text;
      text = '';
    }
  }
  if (await rows.isEmpty()) {
    for (const line of closing()) text += closingRow(columns, line, ++row);
  }
  yield text + sheetEnd(columns.length, row);
}

/** The titles stay in view. */
function sheetStart(columns: readonly WorkbookColumn[], titles: number): string {
  const pane = `ySplit="${titles}" topLeftCell="A${titles + 1}" activePane="bottomLeft" state="frozen"`;
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    `<sheetViews><sheetView workbookViewId="0"><pane ${pane}/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>`
  );
}

function headerRow({ label, value, type = 'text' }: HeaderLine, index: number): string {
  const row = index + 1;
  return xmlRow(row, cellWriter(0, 'text', 'bold')(label, row) + cellWriter(1, type)(value, row));
}

function titleRow(columns: readonly WorkbookColumn[], row: number): string {
  const cells = columns.map(({ title }, index) => cellWriter(index, 'text', 'bold')(title, row));
  return xmlRow(row, cells.join(''));
}

function closingRow(
  columns: readonly WorkbookColumn[],
  { label, values }: ClosingLine,
  row: number,
): string {
  const free = columns.findIndex((_, index) => (values[index] ?? null) === null);
  const place = free === -1 ? columns.length : free;
  const cells = columns.map(({ type }, index) =>
    cellWriter(index, type, 'bold')(values[index] ?? null, row),
  );
  cells[place] = cellWriter(place, 'text', 'bold')(label, row);
  return xmlRow(row, cells.join(''));
}

const xmlRow = (row: number, cells: string) => `<row r="${row}">${cells}</row>`;

/** Digits of phones are meant to be text, which is nothing to warn of. */
function sheetEnd(columns: number, rows: number): string {
  const all = `A1:${cellName(columns - 1, rows)}`;
  return (
    '</sheetData><ignoredErrors>' +
    `<ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}
