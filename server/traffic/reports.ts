import type { Random } from './random.ts';
import type { Draft, Report } from './traffic-client.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long gateways try. With a late delivery nothing is told later than 16 hours on. */
const VALIDITY = 12 * HOUR;

/**
 * What happens to a message after it was sent: most arrive within seconds, some fail or expire, a
 * few of the expired arrive after all, of a few nothing is ever heard.
 *
 * @example reportsOf({ sentAt, sender, status: 'sent' }, 0.92, random)
 */
export function reportsOf(
  { sentAt, sender, status }: Pick<Draft, 'sentAt' | 'sender' | 'status'>,
  deliveryRate: number,
  random: Random,
): Report[] {
  if (status === 'rejected') return [];
  const handedOver: Report[] =
    status === 'queued' ? [{ status: 'sent', at: sentAt + random.integer(1_000, 30_000) }] : [];
  const after = (delay: number) => sentAt + 30_000 + Math.round(Math.min(delay, 4 * HOUR));
  if (random.chance(deliveryRate)) {
    const at = after(random.around(6_000, 1.2));
    const reactions = sender.channel === 'viber' ? reactionsTo(at, random) : [];
    return [...handedOver, { status: 'delivered', at }, ...reactions];
  }
  const fate = random.weighted([
    ['undelivered', 40],
    ['expired', 30],
    ['rejected', 6],
    ['unknown', 4],
    ['silence', 20],
  ] as const);
  if (fate === 'silence') return random.chance(0.5) ? handedOver : [];
  if (fate === 'undelivered' || fate === 'rejected') {
    return [...handedOver, { status: fate, at: after(random.around(2 * MINUTE, 1)) }];
  }
  const expired: Report = { status: fate, at: sentAt + VALIDITY };
  const late: Report = { status: 'delivered', at: sentAt + VALIDITY + random.integer(1, 3) * HOUR };
  return [...handedOver, expired, ...(random.chance(0.15) ? [late] : [])];
}

/** People read what they get on Viber, and a few answer. */
function reactionsTo(deliveredAt: number, random: Random): Report[] {
  if (!random.chance(0.6)) return [];
  const at = deliveredAt + Math.round(Math.min(random.around(5 * MINUTE, 1), 2 * HOUR));
  const replied: Report = { status: 'replied', at: at + random.integer(5_000, 10 * MINUTE) };
  return [{ status: 'read', at }, ...(random.chance(0.05) ? [replied] : [])];
}
