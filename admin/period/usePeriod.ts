import { useCallback, useState } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { withParams } from '../common/searchParams.ts';
import { dateIn, lastMonth, type Period } from '../../schema/period.ts';
import { periodOf } from './periodSearch.ts';

/**
 * The period of a screen and how to change it. It lives in the URL (`from` and `to`), so that a
 * link, a reload and the way back show the same; without them it is the client's last month.
 *
 * @example
 * const [period, setPeriod] = usePeriod(client);
 */
export function usePeriod(client: Pick<Client, 'timeZone'>): [Period, (period: Period) => void] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  // Midnight must not move the period under someone who reads it.
  const [opened] = useState(() => new Date());
  const period = periodOf(search) ?? lastMonth(dateIn(client.timeZone, opened));
  const setPeriod = useCallback(
    ({ from, to }: Period) => navigate({ pathname, search: withParams(search, { from, to }) }),
    [navigate, pathname, search],
  );
  return [period, setPeriod];
}
