import { addDays } from '../../schema/period.ts';
import { createRandom } from '../traffic/random.ts';
import { daysBetween, later, type Calendar } from './calendar.ts';
import type { DemoClient } from './client-row.ts';
import { pastDay, type PastStatistics } from './past-days.ts';
import { firstDayOf, trafficClient } from './sender-plan.ts';
import type { SenderNameRow } from './sender-name-rows.ts';

/** The few days on which an occasional client sent something, before the last month. */
export function occasionalDays(
  demo: DemoClient,
  names: readonly SenderNameRow[],
  { firstDay, firstRawDay }: Calendar,
): PastStatistics[] {
  const random = createRandom('occasional', demo.id);
  if (!random.chance(0.6)) return [];
  const client = trafficClient(demo, names, 0.85 + 0.12 * random.next());
  const possible = daysBetween(later(firstDayOf(demo), firstDay), addDays(firstRawDay, -1));
  if (possible.length === 0) return [];
  const days = Array.from({ length: random.integer(1, 7) }, () => random.pick(possible));
  return [...new Set(days)]
    .sort()
    .flatMap((day) => pastDay(client, day, 1 + Math.round(random.around(25, 1))));
}
