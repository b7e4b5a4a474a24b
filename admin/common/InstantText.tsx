import { Box } from '@mui/material';
import { Dash } from './Dash.tsx';
import { useDate } from './useFormatters.ts';

/**
 * A date and time, short in the line and exact with its zone on hover.
 *
 * @example <InstantText instant={client.lastLoginAt} timeZone={client.timeZone} />
 */
export function InstantText({ instant, timeZone }: InstantTextProps) {
  const date = useDate();
  if (instant == null) return <Dash />;
  const exact = date(instant, { dateStyle: 'full', timeStyle: 'long', timeZone });
  const zone = timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Box
      component="time"
      dateTime={instant}
      title={`${exact} (${zone})`}
      sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {date(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone })}
    </Box>
  );
}

export interface InstantTextProps {
  /** ISO 8601; null or undefined shows a dash. */
  instant: string | null | undefined;
  /** An IANA name; without it the zone of the admin's device. */
  timeZone?: string;
}
