import { z } from 'zod';
import { instant } from './fields.ts';

/** The resources whose lists can be saved as a workbook. */
export const EXPORTABLE = ['transactions'] as const;

export const EXPORT_STATUSES = ['running', 'done', 'failed', 'cancelled'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** The body of a POST: a list as `getList` would ask for it, without a range. */
export const exportCreate = z.strictObject({
  resource: z.enum(EXPORTABLE),
  filter: z.record(z.string(), z.unknown()).default({}),
  sort: z.tuple([z.string(), z.enum(['ASC', 'DESC'])]).optional(),
  /** The columns to write, in this order; all of the usual ones when left out. */
  columns: z.array(z.string()).min(1).max(50).optional(),
});
export type ExportRequest = z.infer<typeof exportCreate>;

/** A workbook that is being made, or waits to be fetched. */
export const exported = z.strictObject({
  id: z.uuid(),
  resource: z.enum(EXPORTABLE),
  status: z.enum(EXPORT_STATUSES),
  /** How many of the `total` rows have been written. */
  rows: z.int(),
  total: z.int(),
  /** The size of the file so far. */
  bytes: z.int(),
  fileName: z.string(),
  /** Where the finished file can be fetched, without signing in, until `expiresAt`. */
  url: z.string().nullable(),
  error: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
});
export type Export = z.infer<typeof exported>;
