import { escapeText } from './escape.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The path of a sheet's part; sheets are numbered from 1. */
export const sheetPath = (sheet: number) => `xl/worksheets/sheet${sheet}.xml`;

/** What a file with this many sheets needs besides them and the styles, by path. */
export function frameParts(sheetName: string, sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const entries = numbers.map(
    (n) => `<sheet name="${escapeText(nameOf(sheetName, n))}" sheetId="${n}" r:id="rId${n}"/>`,
  );
  const links = numbers.map((n) => link(n, 'worksheet', sheetPath(n).slice('xl/'.length)));
  const overrides = numbers.map((n) => override(sheetPath(n), 'worksheet'));
  return {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': linkList(...links, link(sheets + 1, 'styles', 'styles.xml')),
    '_rels/.rels': linkList(link(1, 'officeDocument', 'xl/workbook.xml')),
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('xl/workbook.xml', 'sheet.main') +
      override('xl/styles.xml', 'styles') +
      `${overrides.join('')}</Types>`,
  };
}

const link = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const linkList = (...links: string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;

const override = (path: string, type: string) =>
  `<Override PartName="/${path}" ContentType="${TYPE}.${type}+xml"/>`;

/** A sheet's name has at most 31 characters, and some it must not have. */
function nameOf(wanted: string, sheet: number): string {
  const suffix = sheet === 1 ? '' : ` ${sheet}`;
  const allowed = wanted.replace(/[[\]:*?/\\\p{Cc}]|^'|'$/gu, ' ').trim() || 'Sheet';
  return allowed.slice(0, 31 - suffix.length) + suffix;
}
