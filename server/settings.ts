import { z } from 'zod';
import { timeZone } from '../schema/fields.ts';

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
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});
export type Settings = z.infer<typeof settings>;

/** Every setting with its meaning: what `clientele serve --help` prints. */
export const SETTINGS_HELP: Record<keyof Settings, string> = {
  PORT: 'port to listen on (3000)',
  HOST: 'address to listen on (127.0.0.1)',
  DATABASE_URL: 'PostgreSQL, postgres://user:password@host:5432/database; else embedded',
  DATA_DIR: 'folder of the embedded database (./data)',
  REPORTING_TIME_ZONE: 'zone of new clients and of reports over all of them (UTC)',
  CORS_ORIGINS: 'origins of other consoles that may call the API, separated by commas (none)',
  LOG_LEVEL: 'silent, error, warn, info or debug (info)',
};

/** A setting that cannot be: one line for each. */
export class SettingsError extends Error {}

/** Reads the settings from the environment. Empty variables count as not set. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  throw new SettingsError([...new Set(lines)].join('\n'));
}
