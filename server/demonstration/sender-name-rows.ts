import type { Selectable } from 'kysely';
import type { SenderNamesTable } from '../../schema/database.ts';
import {
  QUESTIONNAIRE_FIELDS,
  SENDER_NAME_STATUSES,
  type Questionnaire,
} from '../../schema/sender-names.ts';
import { createRandom, type Random } from '../traffic/random.ts';
import { instantOf, type Calendar } from './calendar.ts';
import { MANAGERS } from './choices.ts';
import type { DemoClient } from './client-row.ts';
import { LARGE_CLIENT } from './roles.ts';
import { candidateNames } from './candidate-names.ts';

const DAY = 86_400_000;

export type SenderNameRow = Omit<Selectable<SenderNamesTable>, 'nameId'>;

/**
 * The sender names of a client. Who sends has one that is checked first of all; the others are in
 * any state.
 */
export function senderNameRows(client: DemoClient, calendar: Calendar): SenderNameRow[] {
  const random = createRandom('names', client.id);
  return candidateNames(client, random)
    .slice(0, howMany(client, random))
    .map(({ name, type }, index) => {
      const inUse = client.role === 'sender' && (index === 0 || random.chance(0.5));
      const status = inUse ? 'checked' : random.pick(SENDER_NAME_STATUSES);
      return {
        clientId: client.id,
        name,
        type,
        questionnaire: answersOf(client, name, random),
        ...decision(status, client, calendar, random),
      };
    });
}

function howMany({ id, role }: DemoClient, random: Random): number {
  if (id === LARGE_CLIENT) return 12;
  if (role === 'empty') return 0;
  return role === 'sender' ? random.integer(2, 6) : random.weighted(FEW);
}

const FEW = [
  [0, 40],
  [1, 40],
  [2, 20],
] as const;

const REASONS = {
  new: [null],
  checked: [null],
  changes_requested: ['Add the registration number of the company.', 'The web site does not open.'],
  rejected: ['The name is a trade mark of somebody else.', 'Too general a name.'],
  suspended: ['Complaints of recipients.', 'The operator withdrew the registration.'],
  removed: ['No longer needed, says the client.'],
} as const;

/** When a name was asked for, and what was decided about it, when and by whom. */
function decision(
  status: SenderNameRow['status'],
  { row }: DemoClient,
  { midnight }: Calendar,
  random: Random,
) {
  const registered = Date.parse(row.registeredAt);
  const recent = status === 'new' ? midnight - 12 * DAY : registered;
  const from = Math.max(registered, recent);
  // A name that is in use was asked for as soon as the client was there.
  const requested = from + (midnight - from) * random.next() * (status === 'checked' ? 0.05 : 0.9);
  const decided = status === 'new' ? null : Math.min(requested + 3 * DAY * random.next(), midnight);
  return {
    status,
    reason: random.pick(REASONS[status]),
    requestedAt: instantOf(requested),
    decidedAt: decided === null ? null : instantOf(decided),
    decidedBy: decided === null ? null : random.pick(MANAGERS),
    version: status === 'new' ? 1 : 2,
  };
}

/** Answers to any number of the questions, from none to all. */
function answersOf({ name, row }: DemoClient, sender: string, random: Random): Questionnaire {
  const all: Questionnaire = {
    name: sender,
    initiator: row.company || name.person,
    registrationId: String(random.integer(10_000_000, 99_999_999)),
    contacts: `${name.person}, ${row.email ?? row.login}`,
    website: row.website ?? null,
    subject: random.pick(SUBJECTS),
  };
  const answered = random.integer(0, QUESTIONNAIRE_FIELDS.length);
  const unanswered = QUESTIONNAIRE_FIELDS.slice(answered).map((field) => [field, null] as const);
  return { ...all, ...Object.fromEntries(unanswered) };
}

const SUBJECTS = [
  'Order confirmations and delivery notices',
  'One-time codes for signing in',
  'Appointment reminders',
  'Offers to customers who agreed to them',
];
