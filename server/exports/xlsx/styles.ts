import type { CellType } from '../workbook.ts';

export type Weight = 'normal' | 'bold';

/** Number formats: our own are numbered from 164. `@` is text that stays text when it is edited. */
const FORMATS: Record<CellType, { id: number; code?: string }> = {
  text: { id: 49 },
  money: { id: 164, code: '#,##0.00####' },
  integer: { id: 3 },
  instant: { id: 165, code: 'yyyy\\-mm\\-dd\\ hh:mm:ss' },
  date: { id: 166, code: 'yyyy\\-mm\\-dd' },
};
const TYPES = Object.keys(FORMATS) as CellType[];
const WEIGHTS: readonly Weight[] = ['normal', 'bold'];

const numbered = (offset: number) =>
  Object.fromEntries(TYPES.map((type, index) => [type, offset + index])) as Record<
    CellType,
    number
  >;

/** The style of a cell by weight and type: its place in `cellXfs`, where 0 is the default. */
export const STYLES: Record<Weight, Record<CellType, number>> = {
  normal: numbered(1),
  bold: numbered(1 + TYPES.length),
};

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const custom = TYPES.flatMap((type) => {
    const { id, code } = FORMATS[type];
    return code ? [`<numFmt numFmtId="${id}" formatCode="${code}"/>`] : [];
  });
  const cells = WEIGHTS.flatMap((_, font) =>
    TYPES.map(
      (type) =>
        `<xf numFmtId="${FORMATS[type].id}" fontId="${font}" fillId="0" borderId="0" xfId="0"` +
        ` applyNumberFormat="1" applyFont="1"/>`,
    ),
  );
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${1 + cells.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"` +
    ` xfId="0"/>${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}
