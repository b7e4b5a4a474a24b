import { z } from 'zod';
import { currency, money } from './fields.ts';

/** `total` is one row over everything that the filter finds: the reports' Total row. */
export const GROUPINGS = ['day', 'operator', 'sender', 'viber_sender', 'country', 'total'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** One row of a report. Every grouping of the same period adds up to the same total. */
export const statistic = z.strictObject({
  /** Names client, grouping, period and group, so that no two reports share an id. */
  id: z.string(),
  /** The group as English text: "2026-01-31", "Ukraine - Kyivstar", "SHOP", "Ukraine". */
  group: z.string(),
  /** The parts that screens translate the label from. */
  day: z.string().nullable(),
  country: z.string().nullable(),
  mccMnc: z.string().nullable(),
  operator: z.string().nullable(),
  sender: z.string().nullable(),
  sentMessages: z.int(),
  sentParts: z.int(),
  deliveredMessages: z.int(),
  deliveredParts: z.int(),
  /** Parts whose final status is still to come. */
  pendingParts: z.int(),
  /** deliveredParts / sentParts, 0 to 1; null when nothing was sent. */
  efficiency: z.number().min(0).max(1).nullable(),
  /** What the group cost. */
  price: money,
  currency,
});
export type Statistic = z.infer<typeof statistic>;
