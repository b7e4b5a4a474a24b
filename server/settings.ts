import { z } from 'zod';
import { timeZone } from '../schema/fields.ts';
import type { ApprovalLimits } from './environment.ts';
import { parseMailbox } from './mail/mailbox.ts';

/** What an installation can set, by environment variables. */
const settings = z.object({
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be a port number')
    .max(65535, 'must be a port number')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must look like postgres://user:password@host:5432/database')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  REPORTING_TIME_ZONE: timeZone.default('UTC'),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .transform((origins) => origins.filter((origin) => origin !== ''))
    .pipe(
      z.array(
        z.string().refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin, {
          error: 'must be origins such as https://console.example.com, separated by commas',
        }),
      ),
    ),
  PUBLIC_URL: z.url('must be an address such as https://console.example.com').optional(),
  TOP_UP_APPROVAL_ABOVE: z
    .string()
    .default('')
    .transform((list, context) => {
      const limits = parseApprovalLimits(list);
      if (limits === null) context.addIssue('must be amounts such as "1000" or "1000, UAH=40000"');
      return limits ?? {};
    }),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\/./.test(url) && URL.canParse(url), {
      error: 'must look like smtp://user:password@host:587 or smtps://user:password@host:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => parseMailbox(text) !== null, {
      error: 'must be an e-mail address such as billing@example.com or Acme <billing@example.com>',
    })
    .optional(),
  STAFF_EMAIL: z.email('must be an e-mail address').optional(),
  STAFF_LANGUAGE: z.enum(['en', 'uk']).default('en'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});
export type Settings = z.infer<typeof settings>;

/** `"1000, UAH=40000"`: 40,000 in hryvnias, 1,000 in any other currency. null: it is not that. */
function parseApprovalLimits(list: string): ApprovalLimits | null {
  const items = list.split(',').map((item) => item.trim());
  const pairs = items
    .filter((item) => item !== '')
    .map((item) => /^(?:([A-Z]{3})=)?(\d{1,14}(?:\.\d{1,6})?)$/.exec(item));
  if (pairs.some((pair) => pair === null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '*', pair?.[2] ?? '']));
}
const coherent = settings.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  error: 'must be set as well when SMTP_URL is: it is the sender of the notices',
});

/** Every setting with its meaning: what `clientele serve --help` prints. */
export const SETTINGS_HELP: Record<keyof Settings, string> = {
  PORT: 'port to listen on (3000)',
  HOST: 'address to listen on (127.0.0.1)',
  DATABASE_URL: 'PostgreSQL, postgres://user:password@host:5432/database; else embedded',
  DATA_DIR: 'folder of the embedded database (./data)',
  REPORTING_TIME_ZONE: 'zone of new clients and of reports over all of them (UTC)',
  CORS_ORIGINS: 'origins of other consoles that may call the API, separated by commas (none)',
  PUBLIC_URL: 'where the console is reached, for links to files (as the request says)',
  TOP_UP_APPROVAL_ABOVE: 'top-ups above it wait for a second person, "1000, UAH=40000" (none)',
  SMTP_URL: 'mail server, smtp://user:password@host:587; without it notices wait (none)',
  MAIL_FROM: 'sender of notices, and where answers go: Acme <billing@example.com>',
  STAFF_EMAIL: 'where the copies of low-balance notices for staff go (none)',
  STAFF_LANGUAGE: 'language of these copies: en or uk (en)',
  LOG_LEVEL: 'silent, error, warn, info or debug (info)',
};

/** A setting that cannot be: one line for each. */
export class SettingsError extends Error {}

/** Reads the settings from the environment. Empty variables count as not set. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = coherent.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  throw new SettingsError([...new Set(lines)].join('\n'));
}
