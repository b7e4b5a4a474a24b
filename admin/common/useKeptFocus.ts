import { useEffect, useRef } from 'react';

/**
 * Where the focus goes when the row that had it has left the list: to the list itself, so that the
 * keyboard goes on from there and not from the top of the page. The element needs `tabIndex={-1}`.
 *
 * @example <Paper ref={useKeptFocus(total)} tabIndex={-1}>…</Paper>
 */
export function useKeptFocus(rows: number | undefined) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(rows);
  useEffect(() => {
    const fewer = rows !== undefined && before.current !== undefined && rows < before.current;
    before.current = rows;
    if (fewer && document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true });
    }
  }, [rows]);
  return element;
}
