/** The most characters that a cell holds; Excel calls a file with more of them damaged. */
const MAX_TEXT = 32_767;

/**
 * What XML cannot hold, and `_x0041_`, which spreadsheets would read as "A". Half of a surrogate
 * pair needs no care: encoding replaces it.
 */
const SPECIAL = /(?![\t\n])[\p{Cc}&<>"\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/u;
const ALL_SPECIAL = new RegExp(SPECIAL, 'gu');

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in a workbook's XML: `escapeText('a < b')` is `a &lt; b`. */
export function escapeText(text: string): string {
  const fitting = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  return SPECIAL.test(fitting) ? fitting.replace(ALL_SPECIAL, escaped) : fitting;
}

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return NAMED[character] ?? `_x${code}_`;
}
