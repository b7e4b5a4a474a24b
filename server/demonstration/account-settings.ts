import type { ChargingPolicy } from '../../schema/clients.ts';
import type { Money } from '../../schema/money.ts';
import { createRandom } from '../traffic/random.ts';
import { ROUND_AMOUNTS } from './choices.ts';
import type { DemoClient } from './client-row.ts';
import { chargingOf } from './roles.ts';

/** How a client's messages are paid, and below which amounts it wants to be told. */
export interface AccountSettings {
  clientId: number;
  chargingPolicy: ChargingPolicy;
  lowBalanceWarning: Money | null;
  lowBalanceCritical: Money | null;
}

/** The settings of a client's account; about half of those who send have thresholds. */
export function accountSettings({ id, role, row }: DemoClient): AccountSettings {
  const random = createRandom('account', id);
  const told = role === 'sender' ? random.chance(0.5) : random.chance(0.05);
  const [smallest, next] = ROUND_AMOUNTS[row.currency] ?? [];
  return {
    clientId: id,
    chargingPolicy: chargingOf(id),
    lowBalanceWarning: told ? (next ?? null) : null,
    lowBalanceCritical: told && random.chance(0.8) ? (smallest ?? null) : null,
  };
}
