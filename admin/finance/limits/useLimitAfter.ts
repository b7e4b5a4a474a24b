import { useGetList } from 'react-admin';
import type { Client } from '../../../schema/clients.ts';
import type { CreditLimit } from '../../../schema/credit-limits.ts';
import type { Money } from '../../../schema/money.ts';

/** More temporary limits in a row than anybody sets. */
const PER_PAGE = 100;

/**
 * The limit that holds when a temporary one ends: the last one without an end. undefined while it
 * is not known.
 *
 * @example const after = useLimitAfter(client); // '0.000000'
 */
export function useLimitAfter({ id, creditLimit, ...client }: Client): Money | undefined {
  const temporary = client.creditLimitExpiresAt !== null;
  const { data, total = 0 } = useGetList<CreditLimit>(
    'credit_limits',
    {
      filter: { clientId: id },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: PER_PAGE },
    },
    { enabled: temporary },
  );
  if (!temporary) return creditLimit;
  const lasting = data?.find(({ expiresAt }) => expiresAt === null);
  // An account begins without credit.
  return lasting?.amount ?? (data && total <= PER_PAGE ? '0' : undefined);
}
