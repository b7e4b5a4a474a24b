import type { CalendarDate } from '../../schema/period.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * The instant, in milliseconds, at which clocks of a zone show a second of a day. It is exact from
 * the morning on; clocks are changed at night, so the small hours of such a day may be one off.
 *
 * @example new Date(localInstant('Europe/Kyiv', '2026-01-31', 9 * 3600)) // 2026-01-31T07:00:00Z
 */
export function localInstant(timeZone: string, day: CalendarDate, second: number): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return midnight + Math.round(second * 1000) - offsetAt(timeZone, midnight);
}

/** How far a zone's clocks are ahead of UTC around noon of a day, in milliseconds. */
function offsetAt(timeZone: string, midnight: number): number {
  const key = `${timeZone} ${midnight}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const noon = midnight + 12 * 3_600_000;
    const shown = format(timeZone).format(noon).replace(' ', 'T');
    offset = Date.parse(`${shown}Z`) - noon;
    offsets.set(key, offset);
  }
  return offset;
}

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (!known) {
    // The Swedish locale writes 2026-01-31 09:00:00.
    known = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(timeZone, known);
  }
  return known;
}
