import { TextField } from '@mui/material';
import type { CalendarDate } from '../../schema/period.ts';
import { useText } from '../i18n/useText.ts';
import { FIRST_DATE, LAST_DATE, type DateFault } from './periodDraft.ts';

/**
 * A calendar date, typed or picked from the browser's own calendar; '' while it is unfinished.
 *
 * @example
 * <DateInput label="From" value={from} onChange={setFrom} fault="incomplete" />
 */
export function DateInput({ label, value, fault, onChange, onLeave, onEnter }: DateInputProps) {
  const text = useText();
  return (
    <TextField
      type="date"
      size="small"
      margin="none"
      label={label}
      value={value}
      error={Boolean(fault)}
      helperText={fault && text(`ra_clientele.period.fault.${fault}`)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter();
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { min: FIRST_DATE, max: LAST_DATE },
        formHelperText: { role: 'alert' },
      }}
      sx={{
        flex: '1 1 9rem',
        maxWidth: '11rem',
        // Below the field, in room that is always there: a fault moves nothing.
        '& .MuiFormHelperText-root': {
          position: 'absolute',
          top: '100%',
          margin: 0,
          whiteSpace: 'nowrap',
        },
        // The calendar icon is drawn by the browser, in its own light or dark colours.
        '& input': {
          colorScheme: (theme) => theme.palette.mode,
          fontVariantNumeric: 'tabular-nums',
        },
      }}
    />
  );
}

export interface DateInputProps {
  label: string;
  value: CalendarDate | '';
  fault?: DateFault | undefined;
  onChange: (value: CalendarDate | '') => void;
  /** The focus leaves the field. */
  onLeave?: (() => void) | undefined;
  onEnter: () => void;
}
