import { z } from 'zod';
import {
  clientId,
  countryCode,
  currency,
  instant,
  money,
  multilineText,
  nonNegativeMoney,
  text,
  timeZone,
  unitPrice,
  without,
} from './fields.ts';

export const CLIENT_STATUSES = ['active', 'frozen', 'blocked', 'closed'] as const;
export const ACTIVATION_STATES = ['not_required', 'pending', 'done'] as const;
/**
 * When messages are paid: as soon as they are accepted (and given back when the platform fails),
 * or reserved at first and paid when they are delivered.
 */
export const CHARGING_POLICIES = ['on_submit', 'on_delivery'] as const;
export type ChargingPolicy = (typeof CHARGING_POLICIES)[number];

/** Whether `available` lies below one of the client's thresholds. */
export const LOW_BALANCE_LEVELS = ['ok', 'warning', 'critical'] as const;
export type LowBalanceLevel = (typeof LOW_BALANCE_LEVELS)[number];

export const PROPERTY_TYPES = ['legal_entity', 'individual', 'entrepreneur'] as const;

const email = z.email('must be an e-mail address').nullable();

/** What staff may write: a person's account with the platform, without money and counters. */
export const clientProfile = z.strictObject({
  /** A phone number, digits only; `+380 (44) 123-45-67` is accepted and stripped. */
  login: z
    .string()
    .transform((typed) => typed.replace(/[\s()+-]/g, ''))
    .pipe(z.string().regex(/^\d{7,15}$/, 'must be a phone number of 7 to 15 digits')),
  company: text(200),
  name: text(200),
  email,
  /** Where notices go; falls back to `email`. */
  notificationEmail: email,
  accountingEmail: email,
  /** The operator's brand site that the client registered on, "number / domain". */
  site: text(200),
  /** The client's own web site. */
  website: text(300).nullable(),
  country: countryCode,
  region: text(100).nullable(),
  city: text(100).nullable(),
  /** Interface language, BCP 47: `uk`. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag'),
  timeZone,
  activity: text(200).nullable(),
  propertyType: z.enum(PROPERTY_TYPES),
  postalAddress: multilineText(500).nullable(),
  /** How the client was won: `Organic`, `Paid search`, ... */
  channel: text(50),
  /** Where in that channel: `google`. */
  channelSource: text(100).nullable(),
  /** First-touch source; null reads "Direct". */
  referer: text(500).nullable(),
  /** Price of one message part in `currency`. */
  smsPrice: unitPrice,
  /** Fixed after the first transaction. */
  currency,
  /** Consent to the operator's own mailings. */
  smsSubscription: z.boolean(),
  managerId: text(100).nullable(),
  tags: z.array(text(50)).max(50),
  /** Holds for messages accepted from then on. */
  chargingPolicy: z.enum(CHARGING_POLICIES),
  /** Available money below these is told by mail; null never. The critical one is the lower. */
  lowBalanceWarning: nonNegativeMoney.nullable(),
  lowBalanceCritical: nonNegativeMoney.nullable(),
});

/** Set by the server only; a PUT that carries them leaves them as they are. */
export const clientState = z.strictObject({
  id: clientId,
  balance: money,
  /** How far below zero the balance may go. */
  creditLimit: nonNegativeMoney,
  /** When that limit ends; null: it stays. */
  creditLimitExpiresAt: instant.nullable(),
  /** Held for messages that are charged on delivery. */
  reserved: nonNegativeMoney,
  /** balance + creditLimit - reserved */
  available: money,
  lowBalanceLevel: z.enum(LOW_BALANCE_LEVELS),
  smsSubscriptionChangedAt: instant.nullable(),
  smsSubscriptionChangedBy: z.string().nullable(),
  status: z.enum(CLIENT_STATUSES),
  activation: z.enum(ACTIVATION_STATES),
  loginAttempts: z.int(),
  loginAttemptsLimit: z.int(),
  registeredAt: instant,
  lastLoginAt: instant.nullable(),
  /** Counts the changes of the profile; a PUT with an older one is refused. */
  version: z.int(),
});

export const client = clientProfile.extend(clientState.shape);
export type Client = z.infer<typeof client>;

/** The body of a create: what a form can leave out has a default. */
export const clientCreate = clientProfile.extend({
  name: clientProfile.shape.name.default(''),
  email: email.default(null),
  notificationEmail: email.default(null),
  accountingEmail: email.default(null),
  site: clientProfile.shape.site.default(''),
  website: clientProfile.shape.website.default(null),
  country: countryCode.default('ZZ'),
  region: clientProfile.shape.region.default(null),
  city: clientProfile.shape.city.default(null),
  language: clientProfile.shape.language.default('en'),
  timeZone: timeZone.optional(),
  activity: clientProfile.shape.activity.default(null),
  propertyType: z.enum(PROPERTY_TYPES).default('legal_entity'),
  postalAddress: clientProfile.shape.postalAddress.default(null),
  channel: clientProfile.shape.channel.default('Staff'),
  channelSource: clientProfile.shape.channelSource.default(null),
  referer: clientProfile.shape.referer.default(null),
  smsPrice: unitPrice.default('0'),
  smsSubscription: z.boolean().default(false),
  managerId: clientProfile.shape.managerId.default(null),
  tags: clientProfile.shape.tags.default([]),
  chargingPolicy: z.enum(CHARGING_POLICIES).default('on_submit'),
  lowBalanceWarning: clientProfile.shape.lowBalanceWarning.default(null),
  lowBalanceCritical: clientProfile.shape.lowBalanceCritical.default(null),
});
export type ClientCreate = z.infer<typeof clientCreate>;

/**
 * The body of an update: any part of the profile. `version`, when present, must be the current
 * one. The server's own fields are dropped, because react-admin sends whole records.
 */
export const clientUpdate = z.preprocess(
  without(Object.keys(clientState.shape).filter((key) => key !== 'version')),
  clientProfile.partial().extend({ version: z.int().optional() }),
);
export type ClientUpdate = z.infer<typeof clientUpdate>;
