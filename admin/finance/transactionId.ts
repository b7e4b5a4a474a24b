/** The client whose ledger has a transaction: `clientOf('12-7')` is 12. */
export function clientOf(id: string): number {
  return Number(id.slice(0, id.lastIndexOf('-')));
}

/**
 * The transaction whose details a query string opens, if it is one of this client's.
 *
 * @example
 * openedIn('?transaction=12-7', 12) // '12-7'
 * openedIn('?transaction=13-1', 12) // null
 */
export function openedIn(search: string, clientId: number): string | null {
  const id = new URLSearchParams(search).get('transaction') ?? '';
  return /^\d+-\d+$/.test(id) && clientOf(id) === clientId ? id : null;
}
