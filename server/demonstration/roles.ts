import type { ChargingPolicy } from '../../schema/clients.ts';
import { createRandom } from '../traffic/random.ts';

export const CLIENTS = 2_000;

/** Sends several times what any other client does. */
export const LARGE_CLIENT = 12;

/** The first of the newest, which a first page of twenty shows. */
export const NEWEST_FROM = CLIENTS - 19;

/** One of the newest, with nothing at all: no names, no money, no messages. */
export const EMPTY_CLIENT = 1_998;

/** Clients with a year of traffic, so far as they are that old. */
const SENDERS = 150;

/** Most of the newest send already, so that the first page of the list shows what there is. */
const NEWEST_SENDERS = [
  2000, 1999, 1997, 1995, 1994, 1993, 1991, 1989, 1988, 1986, 1985, 1984, 1982, 1981,
];

/**
 * `sender`: sends on most days. `occasional`: tried it on a few days, or only put money in.
 * `silent`: registered and left it at that. `empty`: nothing at all.
 */
export type Role = 'sender' | 'occasional' | 'silent' | 'empty';

/**
 * How a sender pays: `prepaid` before, on `credit` within its limit, or `over` its limit.
 * Arithmetic on the id, so that each of them is among the newest too.
 */
export type Funding = 'prepaid' | 'credit' | 'over';

/** The roles of clients 1, 2, ... at the places 0, 1, ... */
export function rolesOfClients(): Role[] {
  const random = createRandom('roles');
  const roles = Array.from({ length: CLIENTS }, (): Role => {
    return random.chance(0.75) ? 'occasional' : 'silent';
  });
  const assign = (id: number, role: Role) => (roles[id - 1] = role);
  assign(EMPTY_CLIENT, 'empty');
  const senders = new Set([LARGE_CLIENT, ...NEWEST_SENDERS]);
  while (senders.size < SENDERS) senders.add(random.integer(1, NEWEST_FROM - 1));
  for (const id of senders) assign(id, 'sender');
  return roles;
}

/** `chargingOf(1991)` is `on_delivery`. */
export function chargingOf(id: number): ChargingPolicy {
  return id % 7 === 3 ? 'on_delivery' : 'on_submit';
}

/** `fundingOf(1984)` is `credit`. */
export function fundingOf(id: number): Funding {
  if (id === LARGE_CLIENT) return 'prepaid';
  if (id % 23 === 7) return 'over';
  return id % 9 === 4 ? 'credit' : 'prepaid';
}
