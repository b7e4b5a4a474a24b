/** `fileName('Transactions', '12', 'A/B')` is "Transactions 12 A B.xlsx": any letters, no paths. */
export function fileName(...words: readonly string[]): string {
  const name = words
    .join(' ')
    // What file systems refuse, and what turns the direction of writing around.
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // A company's own dot at the end would stand beside the one of ".xlsx".
  return `${[...name]
    .slice(0, 100)
    .join('')
    .replace(/[.\s]+$/, '')}.xlsx`;
}

/** The header that makes a browser save the file, by its name in any letters (RFC 6266). */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
