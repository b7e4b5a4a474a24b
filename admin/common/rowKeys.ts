import type { KeyboardEvent } from 'react';

/**
 * Moves the focus over the rows' links with the arrow keys, Home and End.
 *
 * @example <div onKeyDown={walkRows}>…<a data-row-link href="…" />…</div>
 */
export function walkRows(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const target = nextRow(
    event.key,
    links.findIndex((link) => link === event.target),
    links.length,
  );
  if (target === undefined) return;
  event.preventDefault();
  links[target]?.focus();
}

/** The row that a key leads to from a row; undefined when the key is not for rows. */
export function nextRow(key: string, from: number, rows: number): number | undefined {
  if (from < 0) return undefined;
  if (key === 'ArrowDown') return Math.min(from + 1, rows - 1);
  if (key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return rows - 1;
  return undefined;
}
