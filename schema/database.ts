import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ACTIVATION_STATES, CLIENT_STATUSES, PROPERTY_TYPES } from './clients.ts';
import type { Channel, MessageStatus, PENDING_STATUSES, FINAL_STATUSES } from './messages.ts';
import type { Money } from './money.ts';
import type { CalendarDate } from './period.ts';
import type { Questionnaire, SENDER_NAME_STATUSES, SenderNameType } from './sender-names.ts';
import type { TransactionKind } from './transactions.ts';

/**
 * The tables, with the names that the camel-case plugin gives their columns. Every key of client
 * data begins with `clientId`, so that the same schema can be distributed by it.
 */
export interface Database {
  clients: ClientsTable;
  clientAccounts: ClientAccountsTable;
  clientCounter: ClientCounterTable;
  transactions: TransactionsTable;
  creditLimits: CreditLimitsTable;
  messages: MessagesTable;
  earlyReceipts: EarlyReceiptsTable;
  messageStatistics: MessageStatisticsTable;
  senderNames: SenderNamesTable;
  audit: AuditTable;
  operators: OperatorsTable;
  countries: CountriesTable;
  schemaMigrations: SchemaMigrationsTable;
}

/** An instant, ISO 8601 in UTC. */
type Instant = string;
/** jsonb: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

/** The profile. Balances live in `clientAccounts`, so that a charge never touches the search. */
export interface ClientsTable {
  clientId: GeneratedByDefault<number>;
  login: string;
  company: string;
  name: string;
  email: string | null;
  notificationEmail: string | null;
  accountingEmail: string | null;
  site: string;
  website: string | null;
  country: string;
  region: string | null;
  city: string | null;
  language: string;
  timeZone: string;
  activity: string | null;
  propertyType: (typeof PROPERTY_TYPES)[number];
  postalAddress: string | null;
  channel: string;
  channelSource: string | null;
  referer: string | null;
  smsPrice: Money;
  currency: string;
  smsSubscription: boolean;
  smsSubscriptionChangedAt: Instant | null;
  smsSubscriptionChangedBy: string | null;
  status: Generated<(typeof CLIENT_STATUSES)[number]>;
  activation: Generated<(typeof ACTIVATION_STATES)[number]>;
  loginAttempts: Generated<number>;
  loginAttemptsLimit: Generated<number>;
  registeredAt: Generated<Instant>;
  lastLoginAt: Instant | null;
  managerId: string | null;
  tags: Generated<string[]>;
  version: Generated<number>;
  /** Lower case, begins with a space: ID, login, company and name in one searchable text. */
  searchText: GeneratedAlways<string>;
}
type GeneratedByDefault<T> = ColumnType<T, T | undefined, never>;

/** Money and the ledger's counter, one row a client. */
export interface ClientAccountsTable {
  clientId: number;
  balance: Generated<Money>;
  creditLimit: Generated<Money>;
  reserved: Generated<Money>;
  /** `seq` of the newest transaction: 0 when there is none. */
  ledgerSeq: Generated<number>;
  lastTransactionAt: Generated<Instant>;
  /** Number of the newest credit limit. */
  creditLimitSeq: Generated<number>;
}

/** One row: how many clients there are, because counting a million takes time. */
export interface ClientCounterTable {
  slot: number;
  clients: number;
}

export interface TransactionsTable {
  clientId: number;
  seq: number;
  occurredAt: Instant;
  kind: TransactionKind;
  amount: Money;
  balanceAfter: Money;
  mailing: string | null;
  messages: number | null;
  parts: number | null;
  comment: string | null;
  /** `seq` of the row that this one reverses or refunds. */
  reversesSeq: number | null;
  actor: string;
  idempotencyKey: string | null;
}

export interface CreditLimitsTable {
  clientId: number;
  number: number;
  amount: Money;
  previousAmount: Money;
  expiresAt: Instant | null;
  reason: string | null;
  notify: boolean;
  setAt: Generated<Instant>;
  actor: string;
  idempotencyKey: string | null;
}

export interface MessagesTable {
  clientId: number;
  externalId: string;
  mailing: string | null;
  sentAt: Instant;
  /** The day of `sentAt` in the client's time zone. */
  day: CalendarDate;
  channel: Channel;
  sender: string;
  recipient: string;
  country: string;
  /** Empty when the operator is not known. */
  mccMnc: string;
  parts: number;
  price: Money;
  /** False when it was refused before sending: neither counted nor charged. */
  accepted: boolean;
  pendingStatus: (typeof PENDING_STATUSES)[number];
  /** The earliest failure and the earliest delivery reported so far. */
  failedStatus: Exclude<(typeof FINAL_STATUSES)[number], 'delivered'> | null;
  failedAt: Instant | null;
  deliveredAt: Instant | null;
  /** What the receipts come to, in whatever order they came: see the migration. */
  status: GeneratedAlways<MessageStatus>;
  finalAt: GeneratedAlways<Instant | null>;
}

/** Receipts that came before their message. */
export interface EarlyReceiptsTable {
  clientId: number;
  externalId: string;
  pendingStatus: MessagesTable['pendingStatus'];
  failedStatus: MessagesTable['failedStatus'];
  failedAt: Instant | null;
  deliveredAt: Instant | null;
}

/** The daily roll-up of the accepted messages, kept in the transaction that writes them. */
export interface MessageStatisticsTable {
  clientId: number;
  day: CalendarDate;
  channel: Channel;
  sender: string;
  country: string;
  mccMnc: string;
  sentMessages: number;
  sentParts: number;
  deliveredMessages: number;
  deliveredParts: number;
  pendingMessages: number;
  pendingParts: number;
  cost: Money;
}

export interface SenderNamesTable {
  clientId: number;
  nameId: GeneratedByDefault<number>;
  name: string;
  type: SenderNameType;
  status: Generated<(typeof SENDER_NAME_STATUSES)[number]>;
  questionnaire: Json<Questionnaire>;
  reason: string | null;
  requestedAt: Generated<Instant>;
  decidedAt: Instant | null;
  decidedBy: string | null;
  version: Generated<number>;
}

export interface AuditTable {
  /** 0 for changes that concern no client. */
  clientId: number;
  entryId: GeneratedByDefault<number>;
  at: Generated<Instant>;
  actor: string;
  action: string;
  resource: string;
  recordId: string;
  before: Json<Record<string, unknown>> | null;
  after: Json<Record<string, unknown>> | null;
  reason: string | null;
}

/** Reference data: filled from a package when the database is migrated. */
export interface OperatorsTable {
  mccMnc: string;
  country: string;
  name: string;
}

export interface CountriesTable {
  code: string;
  name: string;
}

export interface SchemaMigrationsTable {
  name: string;
  appliedAt: Generated<Instant>;
}
