import type { LowBalanceLevel } from '../../../schema/clients.ts';
import type { TransactionKind } from '../../../schema/transactions.ts';

/** A row of the model's ledger; money in whole millionths. */
export interface ModelRow {
  kind: TransactionKind;
  moved: bigint;
  mailing?: string | null;
  messages?: number | null;
  parts?: number | null;
  /** `seq` of the row that it reverses or refunds. */
  reverses?: number | null;
}

/**
 * One account by the rules of the domain alone: sums over everything, no running totals. Its words
 * are not those of the API, where amounts are text that nobody may compute with.
 */
export class ModelAccount {
  readonly rows: ModelRow[] = [];
  readonly notices: string[] = [];
  held = 0n;
  /** The newest limit; a temporary one has what holds after it. */
  limit: { amount: bigint; after: bigint | null; over: boolean } = {
    amount: 0n,
    after: null,
    over: false,
  };
  limits = 0;
  warning: bigint | null = null;
  critical: bigint | null = null;
  level: LowBalanceLevel = 'ok';

  get total(): bigint {
    return this.totalAfter(this.rows.length);
  }

  totalAfter(seq: number): bigint {
    return this.rows.slice(0, seq).reduce((sum, { moved }) => sum + moved, 0n);
  }

  get limitNow(): bigint {
    const { amount, after, over } = this.limit;
    return over ? (after ?? amount) : amount;
  }

  get left(): bigint {
    return this.total + this.limitNow - this.held;
  }

  /** Rows and reservations that come together; nothing at all does not even look at the level. */
  post(rows: readonly ModelRow[], held = 0n): void {
    if (rows.length === 0 && held === 0n) return;
    this.rows.push(...rows);
    this.held += held;
    this.crossed();
  }

  setLimit(amount: bigint, temporary: boolean): void {
    this.endLimit();
    const base = this.limit.after ?? this.limit.amount;
    this.limit = { amount, after: temporary ? base : null, over: false };
    this.limits += 1;
    this.crossed();
  }

  /** Writes down that a temporary limit has ended, if one has. */
  endLimit(): void {
    const { after, over } = this.limit;
    if (!over || after === null) return;
    this.limit = { amount: after, after: null, over: false };
    this.limits += 1;
    this.crossed();
  }

  setThresholds(warning: bigint | null, critical: bigint | null): void {
    this.warning = warning;
    this.critical = critical;
    this.level = this.levelNow();
  }

  followerOf(seq: number): number | null {
    const index = this.rows.findIndex(({ reverses }) => reverses === seq);
    return index < 0 ? null : index + 1;
  }

  isReversed(seq: number): boolean {
    return this.rows.some(({ kind, reverses }) => kind === 'reversal' && reverses === seq);
  }

  private levelNow(): LowBalanceLevel {
    if (this.critical !== null && this.left < this.critical) return 'critical';
    return this.warning !== null && this.left < this.warning ? 'warning' : 'ok';
  }

  private crossed(): void {
    const before = LEVELS.indexOf(this.level);
    this.level = this.levelNow();
    if (LEVELS.indexOf(this.level) > before) this.notices.push(this.level);
  }
}

const LEVELS: readonly LowBalanceLevel[] = ['ok', 'warning', 'critical'];
