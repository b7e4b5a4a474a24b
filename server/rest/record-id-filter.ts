import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { parseNumberedId, parseRecordId } from './record-id.ts';

/** The list filter `id`, as react-admin's getMany sends it: ids that cannot be are not found. */
export const idParam = {
  id: z
    .union(
      [
        z
          .string()
          .max(200)
          .transform((id) => [id]),
        z.array(z.string().max(200)).max(1000),
      ],
      {
        error: 'must be an id such as "12-7", or a list of at most 1000',
      },
    )
    .optional(),
};

/** Records whose composite ids are asked for: numbered ones, `12-7`. */
export function numberedIdMatches(
  ids: readonly string[] | undefined,
  clientColumn: string,
  numberColumn: string,
): RawBuilder<boolean> {
  if (!ids) return sql<boolean>`true`;
  const parsed = ids.map(parseNumberedId).filter((id) => id !== null);
  return sql<boolean>`(${sql.ref(clientColumn)}, ${sql.ref(numberColumn)}) in (
    select * from unnest(${parsed.map((id) => id.clientId)}::bigint[],
      ${parsed.map((id) => id.number)}::bigint[]))`;
}

/** Records whose composite ids are asked for: named ones, `12-ABC`. */
export function namedIdMatches(
  ids: readonly string[] | undefined,
  clientColumn: string,
  nameColumn: string,
): RawBuilder<boolean> {
  if (!ids) return sql<boolean>`true`;
  const parsed = ids.map(parseRecordId).filter((id) => id !== null);
  return sql<boolean>`(${sql.ref(clientColumn)}, ${sql.ref(nameColumn)}) in (
    select * from unnest(${parsed.map((id) => id.clientId)}::bigint[],
      ${parsed.map((id) => id.key)}::text[]))`;
}
