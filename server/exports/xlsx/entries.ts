import type { Workbook } from '../workbook.ts';
import { frameParts, sheetPath } from './parts.ts';
import { RowQueue } from './row-queue.ts';
import { sheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';
import type { Bytes, ZipEntry } from './zip.ts';

/**
 * The files in a workbook: first the sheets, as many as the rows need, then what has to know how
 * many there are.
 */
export async function* workbookEntries(
  workbook: Workbook,
  maxRows: number,
): AsyncGenerator<ZipEntry> {
  const rows = new RowQueue(workbook.batches);
  let sheets = 0;
  try {
    do {
      sheets += 1;
      const xml = sheetXml(workbook, rows, { first: sheets === 1, maxRows });
      yield { path: sheetPath(sheets), content: encoded(xml) };
    } while (!(await rows.isEmpty()));
  } finally {
    await rows.close();
  }
  const parts = { 'xl/styles.xml': stylesXml(), ...frameParts(workbook.sheetName, sheets) };
  for (const [path, xml] of Object.entries(parts)) {
    yield { path, content: encoded([DECLARATION + xml]) };
  }
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

async function* encoded(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
