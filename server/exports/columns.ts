import type { RawBuilder } from 'kysely';
import { badRequest } from '../rest/problem.ts';
import type { CellType, CellValue, WorkbookColumn } from './workbook.ts';

/** A column that an export can have. */
export interface ExportColumn {
  title: string;
  type: CellType;
  width: number;
  /** What is read for it: text, unless `cell` makes text of it. */
  value: RawBuilder<unknown>;
  cell?: (value: unknown) => CellValue;
  /** The amount to add up in the Total line. */
  sum?: RawBuilder<unknown>;
}

/** Chooses columns by their names; 400 for one that there is not, or that comes twice. */
export function chooseColumns<Name extends string>(
  all: Record<Name, ExportColumn>,
  usual: readonly Name[],
  asked: readonly string[] | undefined,
): ExportColumn[] {
  if (!asked) return usual.map((name) => all[name]);
  const isKnown = (name: string): name is Name => Object.hasOwn(all, name);
  return asked.map((name, index) => {
    if (!isKnown(name)) {
      throw badRequest(`Unknown column "${name}". Allowed: ${Object.keys(all).join(', ')}.`);
    }
    if (asked.indexOf(name) !== index) throw badRequest(`The column "${name}" comes twice.`);
    return all[name];
  });
}

/** The cells of a row as it was read. */
export function cellsOf(columns: readonly ExportColumn[], row: readonly unknown[]): CellValue[] {
  return columns.map(({ cell }, index) => {
    const value = row[index] ?? null;
    if (cell) return cell(value);
    return value === null ? null : String(value);
  });
}

/** What a workbook needs to know of its columns. */
export const workbookColumns = (columns: readonly ExportColumn[]): WorkbookColumn[] =>
  columns.map(({ title, type, width }) => ({ title, type, width }));
