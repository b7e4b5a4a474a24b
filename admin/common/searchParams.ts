/**
 * A query string with some of its parameters replaced, or taken out where they are null, and the
 * others as they were.
 *
 * @example
 * withParams('?groupBy=day', { from: '2026-01-01' }) // '?groupBy=day&from=2026-01-01'
 * withParams('?kind=fee', { kind: null }) // ''
 */
export function withParams(
  search: string,
  values: Readonly<Record<string, string | null>>,
): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  // A comma may stand in a query as it is, and lists are read by people too.
  const written = params.toString().replaceAll('%2C', ',');
  return written === '' ? '' : `?${written}`;
}

/**
 * The values of a parameter that lists some of a few known words; what is not known is left out.
 * They come in the order of the known ones, so that the same choice is written in one way.
 *
 * @example
 * listIn('?kind=refund,charge,x', 'kind', ['charge', 'refund', 'fee']) // ['charge', 'refund']
 */
export function listIn<Word extends string>(
  search: string,
  name: string,
  known: readonly Word[],
): Word[] {
  const named = new URLSearchParams(search).get(name)?.split(',') ?? [];
  return known.filter((word) => named.includes(word));
}
