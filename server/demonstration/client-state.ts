import type { Random } from '../traffic/random.ts';
import { instantOf, type Calendar } from './calendar.ts';
import { MANAGERS } from './choices.ts';
import { CLIENTS, fundingOf, type Role } from './roles.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long ago the first client came. */
const AGE_DAYS = 6 * 365;

/**
 * When a client registered: in the order of the ids, more and more of them, the newest just before
 * today. Milliseconds since 1970.
 */
export function registeredAt(id: number, { midnight }: Calendar): number {
  const share = (CLIENTS + 0.35 - id) / CLIENTS;
  return midnight - Math.round(AGE_DAYS * DAY * share ** 1.3);
}

/** What a client's account with the platform has come to. */
export function clientState(id: number, role: Role, calendar: Calendar, random: Random) {
  const registered = registeredAt(id, calendar);
  const status = statusOf(id, role, random);
  const activation = activationOf(role, random);
  const neverCame = role === 'empty' || (role === 'silent' && random.chance(0.3));
  const lastLogin = loginTime(registered, role, calendar, random);
  return {
    registeredAt: instantOf(registered),
    lastLoginAt: neverCame || activation === 'pending' ? null : instantOf(lastLogin),
    status,
    activation,
    loginAttempts: status === 'blocked' ? 5 : random.weighted(ATTEMPTS),
    ...consent(registered, calendar, random),
  };
}

const ATTEMPTS = [
  [0, 80],
  [1, 10],
  [2, 5],
  [3, 3],
  [4, 2],
] as const;

function statusOf(id: number, role: Role, random: Random) {
  if (role === 'sender') {
    if (fundingOf(id) === 'over') return 'frozen';
    return random.weighted([
      ['active', 94],
      ['frozen', 4],
      ['blocked', 2],
    ] as const);
  }
  // Nobody is closed in the first weeks.
  const closed = id < CLIENTS - 100 ? 8 : 0;
  return random.weighted([
    ['active', 82],
    ['frozen', 5],
    ['blocked', 5],
    ['closed', closed],
  ] as const);
}

function activationOf(role: Role, random: Random) {
  if (role === 'empty') return 'pending';
  return random.weighted([
    ['not_required', 58],
    ['done', 36],
    ['pending', role === 'sender' ? 0 : 6],
  ] as const);
}

/** Who sends came in the last days; others some time since they registered. */
function loginTime(registered: number, role: Role, { midnight }: Calendar, random: Random): number {
  const since = midnight - registered;
  const ago = role === 'sender' ? random.around(1.5 * DAY, 1) : since * random.next();
  return midnight - Math.min(ago, since);
}

/** Consent to the operator's own mailings: given at registration, or changed by hand since. */
function consent(registered: number, { midnight }: Calendar, random: Random) {
  const changedAt = random.chance(0.2)
    ? registered + (midnight - registered) * random.next()
    : null;
  return {
    smsSubscription: random.chance(0.6),
    smsSubscriptionChangedAt: changedAt === null ? null : instantOf(changedAt),
    smsSubscriptionChangedBy: changedAt === null ? null : random.pick(MANAGERS),
  };
}
