import type { Money } from '../../../schema/money.ts';
import type { Entry } from './usePreview.ts';

/** What staff enter by hand besides top-ups. */
export const ADJUSTMENT_KINDS = ['adjustment', 'bonus', 'fee'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/**
 * The entry of an amount that is typed without a sign: a fee takes it, a bonus adds it, an
 * adjustment does what was chosen.
 *
 * @example adjustmentOf(12, 'fee', false, '5') // { clientId: 12, kind: 'fee', amount: '-5' }
 */
export function adjustmentOf(
  clientId: number,
  kind: AdjustmentKind,
  takes: boolean,
  amount: Money | undefined,
): Entry | undefined {
  if (amount === undefined) return undefined;
  const out = kind === 'fee' || (kind === 'adjustment' && takes);
  return { clientId, kind, amount: out ? `-${amount}` : amount };
}
