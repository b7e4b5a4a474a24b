import type { Database } from '../schema/database.ts';
import type { Kysely } from 'kysely';

/** Who is asking. `id` is written into ledgers and the audit log. */
export interface Principal {
  id: string;
}

/** The part of a pino logger that the server uses. */
export interface Log {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What the host gives the app. Nothing in it or behind it imports from Node. */
export interface AppOptions {
  db: Kysely<Database>;
  /** Who sent this request; null answers 401. */
  authenticate: (request: Request) => Promise<Principal | null>;
  /** The present: tests and mocks set it. */
  clock?: () => Date;
  /** The zone of new clients and of periods that concern no single client. */
  reportingTimeZone?: string;
  /** Origins of other consoles that may call this server from a browser. */
  corsOrigins?: readonly string[];
  log?: Log;
}

/** What a handler works with: the database, the person, the installation. */
export interface Scope {
  db: Kysely<Database>;
  actor: string;
  clock: () => Date;
  reportingTimeZone: string;
}

export interface AppEnv {
  Variables: { scope: Scope; log: Log };
}
