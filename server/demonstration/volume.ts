import type { CalendarDate } from '../../schema/period.ts';
import { createRandom } from '../traffic/random.ts';
import type { SenderPlan } from './sender-plan.ts';

/**
 * How many messages a client sends on a day: on some days none, on weekends fewer, now and then
 * far more, before Christmas more and in August fewer.
 */
export function messagesOn({ client, perDay, activeDays }: SenderPlan, day: CalendarDate): number {
  const random = createRandom('volume', client.id, day);
  if (!random.chance(activeDays)) return 0;
  const date = new Date(day);
  const weekend = date.getUTCDay() % 6 === 0;
  const season = SEASONS[date.getUTCMonth()] ?? 1;
  const campaign = random.chance(0.04) ? 3 : 1;
  return Math.round(random.around(perDay, 0.25) * (weekend ? 0.45 : 1) * season * campaign);
}

/** January to December. */
const SEASONS = [0.85, 0.9, 1, 1, 1, 0.95, 0.85, 0.75, 1, 1.05, 1.25, 1.3];
