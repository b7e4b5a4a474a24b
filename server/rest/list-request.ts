import { z } from 'zod';
import { instant, money } from '../../schema/fields.ts';
import type {
  Condition,
  FieldType,
  ListDefinition,
  ListField,
  ListRequest,
  Scalar,
} from './list-definition.ts';
import { badRequest, faults } from './problem.ts';

/** The most rows one request may ask for: react-admin's own export asks for 1,000. */
export const MAX_ROWS = 1000;

/**
 * Reads `filter`, `sort` and `range` as `ra-data-simple-rest` sends them. Anything unknown is a
 * 400 that names the key and says what is allowed, because old filters come back out of saved
 * queries, and a filter that is silently ignored shows the wrong rows.
 */
export function parseListRequest<Shape extends z.ZodRawShape>(
  query: Record<string, string[]>,
  definition: ListDefinition<Shape>,
): ListRequest<z.infer<z.ZodObject<Shape>>> {
  for (const [key, values] of Object.entries(query)) {
    if (!['filter', 'sort', 'range'].includes(key)) {
      throw badRequest(`Unknown parameter "${key}". Allowed: filter, sort, range.`);
    }
    if (values.length > 1) throw badRequest(`"${key}" is given ${values.length} times.`);
  }
  const filter = parseFilter(query.filter?.[0]);
  const [params, rest] = splitParams(filter, definition);
  return {
    params,
    conditions: rest.map(([key, value]) => condition(key, value, definition)),
    sort: parseSort(query.sort?.[0], definition),
    ...parseRange(query.range?.[0]),
  };
}

function json(text: string, name: string, example: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`"${name}" is not JSON. Example: ${name}=${example}`);
  }
}

function parseFilter(text: string | undefined): [string, unknown][] {
  if (text === undefined) return [];
  const filter = json(text, 'filter', '{"id":[1,2]}');
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter)) {
    throw badRequest('"filter" must be a JSON object such as {"id":[1,2]}.');
  }
  return Object.entries(filter);
}

function splitParams<Shape extends z.ZodRawShape>(
  filter: [string, unknown][],
  { params }: ListDefinition<Shape>,
): [z.infer<z.ZodObject<Shape>>, [string, unknown][]] {
  const own = filter.filter(([key]) => Object.hasOwn(params.shape, key));
  const parsed = params.safeParse(Object.fromEntries(own));
  if (!parsed.success) throw badRequest(`Bad filter: ${faults(parsed.error)}.`);
  return [parsed.data, filter.filter(([key]) => !Object.hasOwn(params.shape, key))];
}

const OPERATORS = {
  _gte: '>=',
  _lte: '<=',
  _gt: '>',
  _lt: '<',
  // What has no value is also not the value that is left out.
  _neq: 'is distinct from',
  _eq: '=',
} as const;

function condition(
  key: string,
  value: unknown,
  definition: ListDefinition<z.ZodRawShape>,
): Condition {
  const suffix = (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).find(
    (end) => key.endsWith(end) && filterable(definition, key.slice(0, -end.length)),
  );
  const name = suffix ? key.slice(0, -suffix.length) : key;
  const field = filterable(definition, name);
  if (!field) throw badRequest(`Unknown filter "${key}". ${allowedFilters(definition)}`);
  const base = { field: name, column: field.column, type: field.type };
  if (suffix) {
    return { ...base, operator: OPERATORS[suffix], value: scalar(key, value, field) };
  }
  if (value === null) return { ...base, operator: 'is', value: null };
  if (Array.isArray(value)) {
    if (value.length > MAX_ROWS) throw badRequest(`"${key}" lists more than ${MAX_ROWS} values.`);
    return { ...base, operator: 'in', value: value.map((item) => scalar(key, item, field)) };
  }
  return { ...base, operator: '=', value: scalar(key, value, field) };
}

function filterable(
  { fields }: ListDefinition<z.ZodRawShape>,
  name: string,
): ListField | undefined {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field?.filter === false ? undefined : field;
}

const digits = z.string().regex(/^-?\d{1,15}$/);

/** A whole number, or its digits: react-admin takes ids out of URLs, where they are text. */
export const wholeNumber = z.union([z.int(), digits.transform(Number)], {
  error: 'must be a whole number',
});

const VALUES: Record<FieldType, z.ZodType<Scalar>> = {
  integer: wholeNumber,
  decimal: z.union([money, z.number().transform(String).pipe(money)], {
    error: 'must be a decimal such as "12.50"',
  }),
  text: z.union([z.string().max(1000), z.number().transform(String)], { error: 'must be text' }),
  boolean: z.boolean(),
  instant,
};

function scalar(key: string, value: unknown, { type }: ListField): Scalar {
  const parsed = VALUES[type].safeParse(value);
  if (!parsed.success) throw badRequest(`Bad filter: ${key} ${faults(parsed.error)}.`);
  if (typeof parsed.data === 'string' && parsed.data.includes('\0')) {
    throw badRequest(`Bad filter: ${key} must not contain NUL.`);
  }
  return parsed.data;
}

function allowedFilters({ fields, params }: ListDefinition<z.ZodRawShape>): string {
  const filters = Object.keys(fields).filter((name) => fields[name]?.filter !== false);
  const names = [...Object.keys(params.shape), ...filters];
  return `Allowed: ${names.join(', ')}; fields also with ${Object.keys(OPERATORS).join(', ')}.`;
}

const sortParameter = z.tuple([z.string(), z.enum(['ASC', 'DESC'])]);

function parseSort(
  text: string | undefined,
  { resource, fields }: ListDefinition<z.ZodRawShape>,
): ListRequest['sort'] {
  if (text === undefined) return { field: 'id', order: 'asc' };
  const sort = sortParameter.safeParse(json(text, 'sort', '["id","ASC"]'));
  if (!sort.success) throw badRequest('"sort" must be a pair such as ["id","ASC"].');
  const [field, order] = sort.data;
  const sortable = Object.keys(fields);
  if (!sortable.includes(field)) {
    throw badRequest(`Cannot sort ${resource} by "${field}". Allowed: ${sortable.join(', ')}.`);
  }
  return { field, order: order === 'ASC' ? 'asc' : 'desc' };
}

const rangeParameter = z.tuple([z.int().min(0), z.int().min(0)]);

function parseRange(text: string | undefined): { offset: number; limit: number | null } {
  if (text === undefined) return { offset: 0, limit: null };
  const range = rangeParameter.safeParse(json(text, 'range', '[0,9]'));
  if (!range.success || range.data[1] < range.data[0]) {
    throw badRequest('"range" must be two positions, both inclusive, such as [0,9].');
  }
  const limit = range.data[1] - range.data[0] + 1;
  if (limit > MAX_ROWS) {
    throw badRequest(`"range" asks for ${limit} rows; a request answers at most ${MAX_ROWS}.`);
  }
  return { offset: range.data[0], limit };
}
