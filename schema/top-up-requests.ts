import { z } from 'zod';
import { clientId, currency, instant, multilineText, positiveMoney, without } from './fields.ts';

export const TOP_UP_REQUEST_STATUSES = ['pending', 'approved', 'rejected', 'withdrawn'] as const;
export type TopUpRequestStatus = (typeof TOP_UP_REQUEST_STATUSES)[number];

/** A top-up of so much that a second person must approve it. */
export const topUpRequest = z.strictObject({
  /** `<clientId>-<number>` */
  id: z.string(),
  clientId,
  amount: positiveMoney,
  currency,
  comment: z.string().nullable(),
  status: z.enum(TOP_UP_REQUEST_STATUSES),
  requestedBy: z.string(),
  requestedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Why it was rejected. */
  reason: z.string().nullable(),
  /** The transaction that it became. */
  transactionId: z.string().nullable(),
});
export type TopUpRequest = z.infer<typeof topUpRequest>;

/** The body of a decision. The server's own fields are dropped: react-admin sends whole records. */
export const topUpDecision = z.preprocess(
  without(Object.keys(topUpRequest.shape).filter((key) => key !== 'status' && key !== 'reason')),
  z.strictObject({
    status: z.enum(['approved', 'rejected', 'withdrawn']),
    reason: multilineText(500).nullish(),
  }),
);
export type TopUpDecision = z.infer<typeof topUpDecision>;
