/** What people are to the platform. */
export const ROLES = ['viewer', 'support', 'finance', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What moves money, changes how much may be spent or tells of it, and who may do it. */
export const FINANCE_POLICY = {
  top_up: ['finance', 'admin'],
  bonus: ['finance', 'admin'],
  fee: ['finance', 'admin'],
  reversal: ['finance', 'admin'],
  adjustment: ['admin'],
  credit_limit: ['finance', 'admin'],
  approval: ['finance', 'admin'],
  notice: ['support', 'finance', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type FinanceAction = keyof typeof FINANCE_POLICY;

/** Whether a role may do it: `mayDo('finance', 'adjustment')` is false. */
export function mayDo(role: Role, action: FinanceAction): boolean {
  const roles: readonly Role[] = FINANCE_POLICY[action];
  return roles.includes(role);
}
