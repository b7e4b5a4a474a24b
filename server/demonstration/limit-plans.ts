import type { Money } from '../../schema/money.ts';
import { createRandom } from '../traffic/random.ts';
import { instantOf, type Calendar } from './calendar.ts';
import { MANAGERS, ROUND_AMOUNTS } from './choices.ts';
import type { DemoClient } from './client-row.ts';
import { fundingOf } from './roles.ts';

/** A change of a credit limit, before it is known how much credit the client uses. */
export interface LimitPlan {
  clientId: number;
  number: number;
  /** The share of the used credit that the last limit is for; above 1 it suffices. */
  ofUsed: string;
  /** The last limit of a client that uses no credit. */
  amount: Money;
  /** This limit in shares of the last one. */
  share: string;
  reason: string | null;
  notify: boolean;
  setAt: string;
  actor: string;
}

/** The history of a client's credit limit; most clients have none. */
export function limitPlans({ id, role, row }: DemoClient, calendar: Calendar): LimitPlan[] {
  const random = createRandom('limit', id);
  const funding = role === 'sender' ? fundingOf(id) : 'prepaid';
  const chance = role === 'sender' ? 0.2 : role === 'occasional' ? 0.04 : 0;
  if (funding === 'prepaid' && !random.chance(chance)) return [];
  const registered = Date.parse(row.registeredAt);
  const age = calendar.midnight - registered;
  const history = funding === 'over' ? CUT : random.pick([ONCE, ONCE, RAISED]);
  const amount = random.pick(ROUND_AMOUNTS[row.currency] ?? []);
  return history.map(({ share, reason }, index) => ({
    clientId: id,
    number: index + 1,
    ofUsed: funding === 'over' ? '0.6' : '1.5',
    amount,
    share,
    reason,
    notify: random.chance(0.7),
    setAt: instantOf(registered + (age * (index + random.next())) / history.length),
    actor: random.pick(MANAGERS),
  }));
}

const ONCE = [{ share: '1', reason: 'Contract with payment after 30 days' }];
const RAISED = [
  { share: '0.5', reason: 'Pays on time' },
  { share: '1', reason: null },
];
const CUT = [
  { share: '3', reason: 'Contract with payment after 30 days' },
  { share: '1', reason: 'Two invoices overdue' },
];
