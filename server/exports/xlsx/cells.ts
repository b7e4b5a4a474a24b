import type { CellType, CellValue } from '../workbook.ts';
import { escapeText } from './escape.ts';
import { STYLES, type Weight } from './styles.ts';

/** Writes a cell of one column: `write('12.500000', 7)` is `<c r="B7" s="2"><v>12.5</v></c>`. */
export type WriteCell = (value: CellValue, row: number) => string;

/** The writer of a column's cells; `index` counts from 0. */
export function cellWriter(index: number, type: CellType, weight: Weight = 'normal'): WriteCell {
  const column = columnLetters(index);
  const number = `s="${STYLES[weight][type]}"`;
  const text = `s="${STYLES[weight].text}" t="inlineStr"`;
  const toNumber = NUMBERS[type]();
  return (value, row) => {
    if (value === null || value === '') return '';
    const parsed = toNumber(value);
    if (parsed !== null) return `<c r="${column}${row}" ${number}><v>${parsed}</v></c>`;
    const space = SPACE_AT_AN_END.test(value) ? ' xml:space="preserve"' : '';
    return `<c r="${column}${row}" ${text}><is><t${space}>${escapeText(value)}</t></is></c>`;
  };
}

/** `cellName(1, 7)` is "B7": columns count from 0, rows from 1. */
export const cellName = (column: number, row: number) => columnLetters(column) + row;

/** `columnLetters(27)` is "AB". */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

const SPACE_AT_AN_END = /^\s|\s$/;

/** Makers of what turns a value into the number that its cell holds: null when it has to be text. */
const NUMBERS: Record<CellType, () => (value: string) => string | null> = {
  text: () => () => null,
  money: () => exactNumber,
  integer: () => exactNumber,
  date: dateSerials,
  instant: dateSerials,
};

/** Spreadsheets keep this many digits of a number and would lose the others. */
const EXACT_DIGITS = 15;

function exactNumber(value: string): string | null {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return null;
  const short = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  if (short.length <= EXACT_DIGITS) return short;
  return short.replace(/^-?0*\.?0*|\./g, '').length <= EXACT_DIGITS ? short : null;
}

/** Before it spreadsheets differ: some count a 29 February 1900, which never was. */
const FIRST_DATE = '1900-03-01';
const SERIAL_OF_1970 = 25_569;
const DAY_SECONDS = 86_400;

/**
 * Dates and wall clocks as days since 1899-12-30. Whole seconds, because cells show no more and
 * some spreadsheets would round up. Rows that follow each other are often of one day.
 */
function dateSerials(): (value: string) => string | null {
  let day = '';
  let serial = 0;
  return (value) => {
    if (!/^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)?)?$/.test(value)) return null;
    if (value < FIRST_DATE) return null;
    if (!value.startsWith(day) || day === '') {
      day = value.slice(0, 10);
      serial = Date.parse(`${day}T00:00:00Z`) / (DAY_SECONDS * 1000) + SERIAL_OF_1970;
    }
    const [hours, minutes, seconds] = [
      value.slice(11, 13),
      value.slice(14, 16),
      value.slice(17, 19),
    ];
    return String(
      serial + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / DAY_SECONDS,
    );
  };
}
