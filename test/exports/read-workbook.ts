import ExcelJS from 'exceljs';

/** A workbook as an independent reader understands it. */
export async function readWorkbook(bytes: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

/** The values of a sheet row by row; cells without a value are undefined. */
export function valuesOf(sheet: ExcelJS.Worksheet | undefined): ExcelJS.CellValue[][] {
  const rows: ExcelJS.CellValue[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    rows.push((row.values as ExcelJS.CellValue[]).slice(1));
  });
  return rows;
}

/** ExcelJS leaves `_x0041_` in a cell as it is, where Excel and LibreOffice read "A". */
export const unescaped = (value: ExcelJS.CellValue) =>
  String(value).replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** A file's sheet in its parts: the block by its labels, titles, rows, and the lines below. */
export interface ReadExport {
  header: Record<string, ExcelJS.CellValue>;
  titles: ExcelJS.CellValue[];
  rows: ExcelJS.CellValue[][];
  /** The Total line. */
  closing: ExcelJS.CellValue[] | undefined;
  sheet: ExcelJS.Worksheet;
}

export async function readExport(bytes: ArrayBuffer): Promise<ReadExport> {
  const [sheet] = (await readWorkbook(bytes)).worksheets;
  if (!sheet) throw new Error('There is no sheet.');
  const values = valuesOf(sheet);
  const gap = values.findIndex((row) => row.length === 0);
  const [titles = [], ...rest] = values.slice(gap + 1);
  const isClosing = (row: ExcelJS.CellValue[] | undefined) =>
    row?.some((value) => typeof value === 'string' && /^(Total|No total)/.test(value)) &&
    sheet.lastRow?.getCell(1).font?.bold === true;
  const closing = isClosing(rest.at(-1)) ? rest.pop() : undefined;
  return {
    header: Object.fromEntries(
      values.slice(0, gap).map(([label, value]) => [String(label), value]),
    ),
    titles,
    rows: rest,
    closing,
    sheet,
  };
}
