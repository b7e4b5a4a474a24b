import { z } from 'zod';
import { clientId, instant, text, without } from './fields.ts';

export const SENDER_NAME_TYPES = ['sms_alphanumeric', 'sms_numeric', 'viber'] as const;
export type SenderNameType = (typeof SENDER_NAME_TYPES)[number];

export const SENDER_NAME_STATUSES = [
  'new',
  'changes_requested',
  'checked',
  'rejected',
  'suspended',
  'removed',
] as const;

/** What an operator asks about a name before it lets it through. */
export const questionnaire = z.strictObject({
  name: text(100).nullable().default(null),
  /** The legal entity that asks for the name. */
  initiator: text(200).nullable().default(null),
  registrationId: text(50).nullable().default(null),
  contacts: text(300).nullable().default(null),
  website: text(300).nullable().default(null),
  subject: text(500).nullable().default(null),
});
export type Questionnaire = z.infer<typeof questionnaire>;

export const QUESTIONNAIRE_FIELDS = questionnaire.keyof().options;

/** How many of the questions have an answer. */
export function answered(answers: Questionnaire): number {
  return QUESTIONNAIRE_FIELDS.filter((field) => answers[field]).length;
}

export const senderName = z.strictObject({
  /** `<clientId>-<number>` */
  id: z.string(),
  clientId,
  name: z.string(),
  type: z.enum(SENDER_NAME_TYPES),
  status: z.enum(SENDER_NAME_STATUSES),
  questionnaire: questionnaire.extend({ filled: z.int(), of: z.int() }),
  /** Why it was rejected, suspended or sent back. */
  reason: z.string().nullable(),
  requestedAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  version: z.int(),
});
export type SenderName = z.infer<typeof senderName>;

const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9 .\-_&]{3,11}$/;
const NUMERIC = /^\d{3,15}$/;

/** What is wrong with a name of a type, or null: `senderNameFault('AB', 'sms_alphanumeric')`. */
export function senderNameFault(name: string, type: SenderNameType): string | null {
  if (type === 'sms_alphanumeric' && !ALPHANUMERIC.test(name)) {
    return 'must be 3 to 11 Latin letters, digits, spaces or . - _ &, with at least one letter';
  }
  if (type === 'sms_numeric' && !NUMERIC.test(name)) return 'must be 3 to 15 digits';
  return null;
}

const answers = z.preprocess(without(['filled', 'of']), questionnaire);

export const senderNameCreate = z
  .strictObject({
    clientId,
    name: text(50).min(1),
    type: z.enum(SENDER_NAME_TYPES),
    questionnaire: answers.optional(),
  })
  .superRefine(({ name, type }, context) => {
    const fault = senderNameFault(name, type);
    if (fault) context.addIssue({ code: 'custom', path: ['name'], message: fault });
  });
export type SenderNameCreate = z.infer<typeof senderNameCreate>;

/** A PUT may change the questionnaire; name, type and status move by moderation only. */
export const senderNameUpdate = z.preprocess(
  without([
    'id',
    'clientId',
    'name',
    'type',
    'status',
    'reason',
    'requestedAt',
    'decidedAt',
    'decidedBy',
  ]),
  z.strictObject({ questionnaire: answers.optional(), version: z.int().optional() }),
);
export type SenderNameUpdate = z.infer<typeof senderNameUpdate>;
