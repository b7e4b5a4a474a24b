import { z } from 'zod';
import { instant } from './fields.ts';

/** One change by a person or a key, written in the transaction of the change itself. */
export const auditEntry = z.strictObject({
  /** `<clientId>-<number>` */
  id: z.string(),
  /** null for changes that concern no client. */
  clientId: z.int().nullable(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  resource: z.string(),
  recordId: z.string(),
  /** Changed fields only. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
