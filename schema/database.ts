import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type {
  ACTIVATION_STATES,
  ChargingPolicy,
  CLIENT_STATUSES,
  LowBalanceLevel,
  PROPERTY_TYPES,
} from './clients.ts';
import type { ExportRequest, ExportStatus } from './exports.ts';
import type { Billing } from './messages.ts';
import type { Channel, MessageStatus, PENDING_STATUSES, FINAL_STATUSES } from './messages.ts';
import type { Money } from './money.ts';
import type { NoticeAudience, NoticeKind, NoticeParameters, NoticeStatus } from './notices.ts';
import type { CalendarDate } from './period.ts';
import type { Questionnaire, SENDER_NAME_STATUSES, SenderNameType } from './sender-names.ts';
import type { TopUpRequestStatus } from './top-up-requests.ts';
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
  topUpRequests: TopUpRequestsTable;
  idempotencyKeys: IdempotencyKeysTable;
  notices: NoticesTable;
  exports: ExportsTable;
  exportChunks: ExportChunksTable;
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
  /** As last set; what holds now is `credit_limit_now(account)`, because a limit may have ended. */
  creditLimit: Generated<Money>;
  /** When the limit ends, and which one holds from then on. */
  creditLimitExpiresAt: Instant | null;
  creditLimitAfter: Money | null;
  /** Held for messages that are charged when they are delivered. */
  reserved: Generated<Money>;
  /** All the money that ever came in. */
  debitTotal: Generated<Money>;
  /** The hash of the newest transaction (bytea). */
  lastHash: Generated<string>;
  /** `seq` of the newest transaction: 0 when there is none. */
  ledgerSeq: Generated<number>;
  /** The account's own time, which never runs backwards: of its newest row or limit. */
  lastTransactionAt: Generated<Instant>;
  /** Number of the newest credit limit. */
  creditLimitSeq: Generated<number>;
  chargingPolicy: Generated<ChargingPolicy>;
  /** Below these the client is told, once each time the available money falls below. */
  lowBalanceWarning: Money | null;
  lowBalanceCritical: Money | null;
  lowBalanceLevel: Generated<LowBalanceLevel>;
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
  /** All the money that came in, this row included: periods are differences of it. */
  debitTotal: Money;
  /** SHA-256 over the row and the hash of the row before (bytea). */
  hash: string;
  mailing: string | null;
  messages: number | null;
  parts: number | null;
  comment: string | null;
  /** `seq` of the row that this one reverses or refunds. */
  reversesSeq: number | null;
  actor: string;
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
}

/** Top-ups that wait for a second person. */
export interface TopUpRequestsTable {
  clientId: number;
  requestId: GeneratedByDefault<number>;
  amount: Money;
  comment: string | null;
  status: Generated<TopUpRequestStatus>;
  requestedBy: string;
  requestedAt: Generated<Instant>;
  decidedBy: string | null;
  decidedAt: Instant | null;
  reason: string | null;
  /** `seq` of the transaction that it became. */
  transactionSeq: number | null;
}

/** The answers of money requests, by who asked with which key. */
export interface IdempotencyKeysTable {
  actor: string;
  key: string;
  /** SHA-256 of what was asked for, in hexadecimal digits. */
  fingerprint: string;
  status: number;
  resource: string;
  recordId: string;
  createdAt: Generated<Instant>;
}

/** The outbox: mails to send, written in the transaction of what they tell. */
export interface NoticesTable {
  clientId: number;
  noticeId: GeneratedByDefault<number>;
  kind: NoticeKind;
  audience: NoticeAudience;
  status: Generated<NoticeStatus>;
  /** Known once it has been tried. */
  recipient: string | null;
  language: string | null;
  subject: string | null;
  parameters: Json<NoticeParameters>;
  attempts: Generated<number>;
  lastError: string | null;
  messageId: Generated<string>;
  createdAt: Generated<Instant>;
  nextAttemptAt: Generated<Instant>;
  leaseUntil: Instant | null;
  sentAt: Instant | null;
}

/** Workbooks that are being made or wait to be fetched. */
export interface ExportsTable {
  exportId: Generated<string>;
  actor: string;
  resource: string;
  request: Json<ExportRequest>;
  status: Generated<ExportStatus>;
  rows: Generated<number>;
  total: number;
  bytes: Generated<number>;
  fileName: string;
  /** SHA-256 of the token in the file's address, in hexadecimal digits. */
  tokenHash: string;
  error: string | null;
  createdAt: Generated<Instant>;
  updatedAt: Generated<Instant>;
  expiresAt: Instant;
}

export interface ExportChunksTable {
  exportId: string;
  nth: number;
  /** bytea, which drivers read differently: write with decode(), read with encode(). */
  data: string;
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
  /** The policy that it was accepted under. */
  charging: Generated<ChargingPolicy>;
  /** The ledger rows that charged it and gave the money back. */
  chargeSeq: number | null;
  refundSeq: number | null;
  billing: GeneratedAlways<Billing>;
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
