import fc from 'fast-check';
import { PREVIEW_KINDS } from '../../schema/previews.ts';
import { TRANSACTION_KINDS } from '../../schema/transactions.ts';
import {
  ALL_NAMES,
  AWKWARD,
  CREATABLE_NAMES,
  NEW_RECORDS,
  type AnyName,
  type CreatableName,
} from './population.ts';

/** Requests that are nearly right: known names, and values from the edges of what can be. */

const text = fc.oneof(
  fc.constantFrom('', 'a', '%', '\0', '\ud800', AWKWARD, 'null', '{1,2}', "'; drop table clients"),
  fc.constantFrom('active', 'top_up', 'SHOP', 'sms', 'autumn', 'EUR', '380501112233', 'tester'),
  fc.constantFrom('rejected', 'approved', 'pending', 'reversal', 'fee', 'charge', 'transactions'),
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 1000, maxLength: 1200 }),
);
const integer = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, 3, '1', -1, 1e15, 2 ** 53, 2 ** 31, 32_768, '9'.repeat(15)),
  fc.integer(),
);
const decimal = fc.oneof(
  fc.constantFrom(1.5, 0.000001, 1e-7, 1e21, 1e300, -0),
  fc.constantFrom('0', '-0', '1.5', '-1', '1e5', 'NaN', '9'.repeat(14), '9'.repeat(15)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const date = fc.oneof(
  fc.constantFrom('2026-11-01', '2026-11-16', '2026-11-17', '2026-11-20', '2026-11-30'),
  fc.constantFrom('0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '10000-1-1'),
  fc
    .date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') })
    .map((day) => day.toISOString().slice(0, 10)),
);
const instant = fc
  .tuple(
    date,
    fc.constantFrom('00:00:00', '23:59:59.999999999', '24:00:00', '12:00'),
    fc.constantFrom('Z', '+00:00', '-15:59', '+16:00', '+23:59', ''),
  )
  .map(([day, time, zone]) => `${day}T${time}${zone}`);
const boolean = fc.boolean();
const texts = fc.array(text);
const numberedId = fc.oneof(
  fc.constantFrom('1-1', '1-2', '2-1', '0-1', '1-99999999999999999999', '-1-1', ''),
  fc.tuple(integer, integer).map((parts) => parts.join('-')),
);
const namedId = fc.oneof(
  fc.constantFrom('1-sms-0', `1-${AWKWARD}`),
  fc.tuple(integer, text).map((parts) => parts.join('-')),
);
const grouping = fc.constantFrom('day', 'operator', 'sender', 'viber_sender', 'country', 'total');
const statisticId = fc
  .tuple(integer, grouping, date, date, fc.constantFrom('', 'sms', 'fax'), text)
  .map((parts) => parts.join(':'));

const transactionKind = fc.constantFrom(...TRANSACTION_KINDS, 'top_ups');
const previewKind = fc.constantFrom(...PREVIEW_KINDS);
const statementId = fc
  .tuple(
    fc.oneof(fc.constantFrom(1, 2), integer),
    fc.oneof(fc.constant(''), date),
    fc.oneof(fc.constant(''), date),
    fc.oneof(fc.array(transactionKind, { maxLength: 3 }).map(String), text),
  )
  .map((parts) => parts.join(':'));
const previewId = fc
  .tuple(fc.oneof(fc.constantFrom(1, 2), integer), previewKind, fc.oneof(decimal, numberedId))
  .map((parts) => parts.join(':'));
const uuid = fc.oneof(fc.uuid(), text);

const KINDS = {
  text,
  texts,
  integer,
  decimal,
  date,
  instant,
  boolean,
  numberedId,
  namedId,
  statisticId,
  grouping,
  transactionKind,
  previewKind,
  statementId,
  previewId,
  uuid,
};

const anything = fc.oneof(
  text,
  integer,
  decimal,
  date,
  instant,
  boolean,
  fc.constantFrom(null, {}),
);
const value = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 16, arbitrary: usual },
    { weight: 4, arbitrary: fc.array(usual, { maxLength: 4 }) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.array(anything, { maxLength: 4 }) },
  );

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** `fields({ text: 'login name', integer: 'id' })`: names with the values that suit them. */
function fields(names: Partial<Record<keyof typeof KINDS, string>>): Fields {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return Object.fromEntries(
    kinds.flatMap((kind) =>
      (names[kind]?.split(' ') ?? []).map((name): [string, fc.Arbitrary<unknown>] => [
        name,
        KINDS[kind],
      ]),
    ),
  );
}

/** What each list can be filtered by. */
const FILTERS: Record<AnyName, Fields> = {
  clients: fields({
    integer: 'id',
    text: 'login company name email managerId q',
    decimal: 'smsPrice balance creditLimit',
    instant: 'registeredAt lastLoginAt',
    boolean: 'smsSubscription',
  }),
  transactions: fields({
    numberedId: 'id',
    integer: 'clientId seq',
    text: 'kind mailing actor',
    decimal: 'amount',
    instant: 'occurredAt',
    date: 'from to',
  }),
  top_up_requests: fields({
    numberedId: 'id',
    integer: 'clientId',
    text: 'status requestedBy decidedBy',
    decimal: 'amount',
    instant: 'requestedAt decidedAt',
  }),
  credit_limits: fields({
    numberedId: 'id',
    integer: 'clientId',
    text: 'actor',
    decimal: 'amount',
    instant: 'setAt',
  }),
  statements: fields({
    statementId: 'id',
    integer: 'clientId',
    transactionKind: 'kind',
    date: 'from to',
  }),
  previews: fields({
    previewId: 'id',
    integer: 'clientId',
    previewKind: 'kind',
    decimal: 'amount',
    numberedId: 'reversesId',
  }),
  messages: fields({
    namedId: 'id',
    integer: 'clientId parts',
    text: 'externalId channel sender recipient country mccMnc status mailing',
    decimal: 'price',
    instant: 'sentAt',
    date: 'from to',
    numberedId: 'chargeId refundId',
  }),
  statistics: fields({
    statisticId: 'id',
    integer: 'clientId',
    grouping: 'groupBy',
    text: 'channel',
    date: 'from to',
  }),
  sender_names: fields({
    numberedId: 'id',
    integer: 'clientId',
    text: 'name type status',
    instant: 'requestedAt decidedAt',
  }),
  notices: fields({
    numberedId: 'id',
    integer: 'clientId attempts',
    text: 'kind audience status recipient',
    instant: 'createdAt nextAttemptAt sentAt',
  }),
  exports: fields({ uuid: 'id', text: 'resource status', instant: 'createdAt expiresAt' }),
  audit: fields({
    numberedId: 'id',
    integer: 'clientId',
    text: 'actor action resource recordId',
    instant: 'at',
  }),
};

/** Records that are changed, not created: their paths. */
const CHANGED = { top_up_requests: '/1-1', notices: '/1-1' } as const;
type WritableName = CreatableName | keyof typeof CHANGED;
const WRITABLE_NAMES = [...CREATABLE_NAMES, 'top_up_requests', 'notices'] as const;

/** What the bodies of writes carry. */
const BODIES: Record<WritableName, Fields> = {
  clients: fields({
    text: 'login company email currency timeZone',
    texts: 'tags',
    decimal: 'smsPrice',
    boolean: 'smsSubscription',
    integer: 'version',
  }),
  top_up_requests: fields({ text: 'status reason' }),
  notices: fields({ text: 'status' }),
  transactions: fields({
    integer: 'clientId',
    decimal: 'amount',
    text: 'comment idempotencyKey',
    transactionKind: 'kind',
    numberedId: 'reversesId',
  }),
  credit_limits: fields({
    integer: 'clientId',
    decimal: 'amount',
    text: 'reason',
    boolean: 'notify',
    instant: 'expiresAt',
  }),
  messages: fields({
    integer: 'clientId parts',
    text: 'externalId mailing sender recipient mccMnc country status',
    decimal: 'price',
    instant: 'sentAt at',
  }),
  sender_names: fields({ integer: 'clientId', text: 'name type', texts: 'questionnaire' }),
};

/** Up to three of the fields, with the suffixes of operators. */
function some(fields: Fields, suffixes: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const pairs = Object.entries(fields).map(([field, usual]) =>
    fc
      .tuple(fc.constantFrom('', '', '', '', ...suffixes), value(usual))
      .map(([suffix, operand]): [string, unknown] => [field + suffix, operand]),
  );
  const odd = fc.tuple(fc.constantFrom('__proto__', 'constructor', 'nope', ''), anything);
  return fc
    .array(fc.oneof({ weight: 15, arbitrary: fc.oneof(...pairs) }, odd), { maxLength: 3 })
    .map((found) => Object.fromEntries(found));
}

const SUFFIXES = ['_gte', '_lte', '_gt', '_lt', '_neq', '_eq', '_inc'];

const parameter = (name: string, content: fc.Arbitrary<unknown>) =>
  fc.option(
    content.map((json) => `${name}=${encodeURIComponent(JSON.stringify(json))}`),
    { nil: '', freq: 3 },
  );

/** What a list is not found without. */
const NEEDED: Partial<Record<AnyName, Fields>> = {
  statistics: { clientId: fc.constant(1), groupBy: grouping },
  statements: { clientId: fc.constantFrom(1, 2, 3) },
  previews: { clientId: fc.constantFrom(1, 2), kind: previewKind, amount: decimal.map(String) },
};

/** The path of a list and its `?filter=...&sort=...&range=...`, each of them there or not. */
export const anyList: fc.Arbitrary<string> = fc.constantFrom(...ALL_NAMES).chain((resource) => {
  const fields = FILTERS[resource];
  const report = NEEDED[resource] ?? {};
  const filter = fc
    .tuple(fc.record(report), some(fields, SUFFIXES))
    .map(([needed, others]) => ({ ...needed, ...others }));
  const sort = fc.tuple(
    fc.oneof(
      fc.constantFrom('id', 'status', 'group', 'price'),
      fc.constantFrom(...Object.keys(fields)),
    ),
    fc.constantFrom('ASC', 'DESC'),
  );
  const range = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom([0, 9], [0, 0], [5, 24], [0, 999]) },
    { weight: 1, arbitrary: fc.constantFrom([0, 1000], [9, 0], [2 ** 53 - 2, 2 ** 53 - 1]) },
    { weight: 1, arbitrary: anything },
  );
  return fc
    .tuple(
      parameter('filter', filter),
      parameter('sort', sort),
      parameter('range', range),
      fc.oneof({ weight: 19, arbitrary: fc.constant('') }, fc.webQueryParameters()),
    )
    .map((parts) => `/api/${resource}?${parts.filter((part) => part !== '').join('&')}`);
});

/** The path of a record that may be there. */
export const anyRecord: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...ALL_NAMES),
    fc.oneof(
      fc.constantFrom('1', '2', '3'),
      numberedId,
      namedId,
      statisticId,
      statementId,
      previewId,
      uuid,
      text,
    ),
  )
  .map(([resource, id]) => `/api/${resource}/${encodeURIComponent(id.replaceAll(/\p{Cs}/gu, ''))}`);

export interface StrangeWrite {
  method: string;
  path: string;
  body: string;
  type: string;
}

const anyType = fc.oneof(
  { weight: 19, arbitrary: fc.constant('application/json') },
  fc.constantFrom('application/x-ndjson', 'text/plain', 'application/json;charset=latin1'),
);

/** A write: mostly a valid body with a field or two replaced. */
export const anyWrite: fc.Arbitrary<StrangeWrite> = fc
  .constantFrom(...WRITABLE_NAMES)
  .chain((resource) => {
    const changes = some(BODIES[resource], []);
    const valid: Partial<Record<WritableName, object>> = NEW_RECORDS;
    const whole = changes.map((changed) => ({ ...valid[resource], ...changed }));
    const body = fc.oneof(
      { weight: 6, arbitrary: whole.map((record) => JSON.stringify(record)) },
      { weight: 2, arbitrary: changes.map((record) => JSON.stringify(record)) },
      { weight: 2, arbitrary: fc.array(whole).map((items) => JSON.stringify(items)) },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    );
    const records = { clients: '/2', sender_names: '/1-1', ...CHANGED }[resource as string];
    const where = fc.constantFrom(
      ...(resource in CHANGED ? [] : [{ method: 'POST', path: `/api/${resource}` }]),
      ...(records ? [{ method: 'PUT', path: `/api/${resource}${records}` }] : []),
    );
    return fc.tuple(where, body, anyType).map(([to, text, type]) => ({ ...to, body: text, type }));
  });
