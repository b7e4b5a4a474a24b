import { TextField } from '@mui/material';
import { useText } from '../../i18n/useText.ts';
import type { LimitEnd } from './useLimitEnd.ts';

/**
 * When a credit limit ends: a date and time on the client's clocks, or nothing for never.
 *
 * @example <LimitEndInput end={useLimitEnd()} timeZone="Europe/Kyiv" />
 */
export function LimitEndInput({ end, timeZone, error }: LimitEndInputProps) {
  const text = useText();
  const { value, fault } = end;
  const told = fault ? text(`ra_clientele.limits.fault.${fault}`) : error;
  return (
    <TextField
      type="datetime-local"
      size="small"
      margin="none"
      label={text('ra_clientele.entry.limitEnd')}
      value={value}
      error={Boolean(told)}
      helperText={told ?? (value && text('ra_clientele.entry.timeIn', { zone: timeZone }))}
      inputRef={end.input}
      onChange={(event) => end.type(event.target.value)}
      onBlur={end.settle}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { min: '2000-01-01T00:00', max: '2099-12-31T23:59' },
        formHelperText: told ? { role: 'alert' } : {},
      }}
      sx={{
        width: '100%',
        maxWidth: '17rem',
        '& input': {
          // The calendar icon is drawn by the browser, in its own light or dark colours.
          colorScheme: (theme) => theme.palette.mode,
          fontVariantNumeric: 'tabular-nums',
        },
      }}
    />
  );
}

export interface LimitEndInputProps {
  end: LimitEnd;
  timeZone: string;
  error?: string | undefined;
}
