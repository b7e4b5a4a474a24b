import { FINANCE_POLICY, mayDo, type FinanceAction } from '../../schema/roles.ts';
import type { Scope } from '../environment.ts';
import { forbidden } from './problem.ts';

/** 403 when the person's role does not allow an action: `requireRole(scope, 'adjustment')`. */
export function requireRole({ role }: Scope, action: FinanceAction): void {
  if (mayDo(role, action)) return;
  const name = action.replace('_', '-');
  throw forbidden(
    `The role ${role} may not do this (${name}). Allowed: ${FINANCE_POLICY[action].join(', ')}.`,
  );
}
