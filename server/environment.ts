import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { Money } from '../schema/money.ts';
import type { Role } from '../schema/roles.ts';

/** Who is asking. `id` is written into ledgers and the audit log. */
export interface Principal {
  id: string;
  /** What they may do; `admin` when the host does not say. */
  role?: Role;
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
  /** Top-ups above these amounts wait for a second person; without one none does. */
  topUpApproval?: ApprovalLimits;
  /** Whether staff are told too when a client's balance runs low. */
  staffCopies?: boolean;
  /** Where people reach this server, for links to files; without it, as each request did. */
  publicUrl?: string | undefined;
  log?: Log;
}

/** The most that one person may top up: in a currency, and in all others (`*`). */
export type ApprovalLimits = Readonly<Record<string, Money>>;

/** What a handler works with: the database, the person, the installation. */
export interface Scope {
  db: Kysely<Database>;
  actor: string;
  role: Role;
  clock: () => Date;
  reportingTimeZone: string;
  topUpApproval: ApprovalLimits;
  staffCopies: boolean;
  /** Where this person reaches the server, `https://console.example.com`. */
  publicUrl: string;
}

export interface AppEnv {
  Variables: { scope: Scope; log: Log };
}
