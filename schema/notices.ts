import { z } from 'zod';
import { clientId, instant, without } from './fields.ts';
import type { Money } from './money.ts';

export const NOTICE_KINDS = [
  'credit_limit',
  'low_balance_warning',
  'low_balance_critical',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_AUDIENCES = ['client', 'staff'] as const;
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number];

export const NOTICE_STATUSES = ['pending', 'sending', 'sent', 'failed'] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** What the text of a notice is made of. */
export type NoticeParameters = CreditLimitNotice | LowBalanceNotice;

export interface CreditLimitNotice {
  amount: Money;
  previousAmount: Money;
  expiresAt: string | null;
  available: Money;
  currency: string;
}

export interface LowBalanceNotice {
  balance: Money;
  available: Money;
  /** The threshold that the available money has fallen below. */
  threshold: Money;
  currency: string;
}

/** One mail to a client or to staff: written with what it tells, sent afterwards. */
export const notice = z.strictObject({
  /** `<clientId>-<number>` */
  id: z.string(),
  clientId,
  kind: z.enum(NOTICE_KINDS),
  audience: z.enum(NOTICE_AUDIENCES),
  status: z.enum(NOTICE_STATUSES),
  /** The address, the language and the subject: null until it has been tried. */
  recipient: z.string().nullable(),
  language: z.string().nullable(),
  subject: z.string().nullable(),
  parameters: z.record(z.string(), z.unknown()),
  attempts: z.int(),
  /** Why the last attempt did not succeed. */
  lastError: z.string().nullable(),
  createdAt: instant,
  nextAttemptAt: instant,
  sentAt: instant.nullable(),
});
export type Notice = z.infer<typeof notice>;

/** A PUT tries a failed notice again, `{"status":"pending"}`; nothing else of it can be changed. */
export const noticeUpdate = z.preprocess(
  without(Object.keys(notice.shape).filter((key) => key !== 'status')),
  notice.pick({ status: true }),
);
export type NoticeUpdate = z.infer<typeof noticeUpdate>;
