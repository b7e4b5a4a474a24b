import type { Condition } from '../rest/list-definition.ts';

const OPERATORS: Record<Condition['operator'], string> = {
  '=': 'is',
  'is distinct from': 'is not',
  '>': 'above',
  '>=': 'from',
  '<': 'below',
  '<=': 'up to',
  in: 'is one of',
  is: 'is empty',
};

/** The most values that are named; of more it is said how many there are. */
const NAMED = 20;

/** A filter for people: `kind is one of top_up, bonus; amount from 100`. */
export function filterInWords(
  conditions: readonly Pick<Condition, 'field' | 'operator' | 'value'>[],
) {
  const words = conditions.map(({ field, operator, value }) => {
    const values = value === null ? [] : [value].flat();
    const named = values.slice(0, NAMED).join(', ');
    const rest = values.length > NAMED ? ` and ${values.length - NAMED} more` : '';
    return `${field} ${OPERATORS[operator]} ${named}${rest}`.trim();
  });
  return words.length > 0 ? words.join('; ') : 'none';
}

/** `2026-11-01 - 2026-11-30`, `from 2026-11-01`, `up to 2026-11-30` or `all`. */
export function periodInWords({
  from,
  to,
}: {
  from?: string | undefined;
  to?: string | undefined;
}) {
  if (from !== undefined && to !== undefined) return `${from} - ${to}`;
  if (from !== undefined) return `from ${from}`;
  return to === undefined ? 'all' : `up to ${to}`;
}
