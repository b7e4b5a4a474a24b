import { TextField } from '@mui/material';
import { useText } from '../../i18n/useText.ts';

/**
 * When a credit limit ends: a date and time on the client's clocks, `2026-12-31T23:59`; '' for
 * never.
 */
export function LimitEndInput({ value, timeZone, error, onChange }: LimitEndInputProps) {
  const text = useText();
  return (
    <TextField
      type="datetime-local"
      size="small"
      margin="none"
      label={text('ra_clientele.entry.limitEnd')}
      value={value}
      error={Boolean(error)}
      helperText={error ?? (value && text('ra_clientele.entry.timeIn', { zone: timeZone }))}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { min: '2000-01-01T00:00', max: '2099-12-31T23:59' },
        formHelperText: error ? { role: 'alert' } : {},
      }}
      sx={{
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
  value: string;
  timeZone: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}
