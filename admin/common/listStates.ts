import type { FilterPayload, SortPayload } from 'react-admin';

/** Some of a list's records, told apart by their status, and the order they are read in. */
export interface ListState<Name extends string = string> {
  name: Name;
  /** None means all of them. */
  statuses?: readonly string[];
  sort: SortPayload;
}

/** The states of a list; the first one is shown at first. */
export type ListStates<Name extends string = string> = readonly [
  ListState<Name>,
  ...ListState<Name>[],
];

/** react-admin's filter for a state: `{ status: ['failed'] }`. */
export function filterOf({ statuses }: ListState): FilterPayload {
  return statuses ? { status: statuses } : {};
}

/**
 * The query string of react-admin's list that shows a state from its first page. It names the order
 * too: the one of the state before would stay else.
 *
 * @example
 * searchOf({ name: 'all', sort: { field: 'createdAt', order: 'DESC' } })
 * // '?filter=%7B%7D&sort=createdAt&order=DESC&page=1'
 */
export function searchOf(state: ListState): string {
  const { field, order } = state.sort;
  const filter = JSON.stringify(filterOf(state));
  return `?${new URLSearchParams({ filter, sort: field, order, page: '1' })}`;
}

/** The state that a list's filter shows; undefined when the filter is of another kind. */
export function stateOf<Name extends string>(
  states: ListStates<Name>,
  filter: FilterPayload,
): ListState<Name> | undefined {
  const shown = JSON.stringify(filter);
  return states.find((state) => JSON.stringify(filterOf(state)) === shown);
}
