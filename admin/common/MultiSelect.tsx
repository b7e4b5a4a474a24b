import { Checkbox, ListItemText, MenuItem, TextField } from '@mui/material';

/**
 * Chooses some of a few words; none means all of them.
 *
 * @example
 * <MultiSelect label="Kind" all="All kinds" options={KINDS} nameOf={name} value={kinds} onChange={setKinds} />
 */
export function MultiSelect<Word extends string>({
  label,
  all,
  options,
  nameOf,
  value,
  onChange,
}: MultiSelectProps<Word>) {
  return (
    <TextField
      select
      size="small"
      margin="none"
      fullWidth={false}
      label={label}
      value={value}
      onChange={({ target }) => onChange(options.filter((option) => target.value.includes(option)))}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: () => value.map(nameOf).join(', ') || all,
          MenuProps: { slotProps: { paper: { sx: { maxHeight: 420 } } } },
        },
      }}
      sx={{ flex: '1 1 11rem', minWidth: 0, maxWidth: '18rem' }}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option} dense>
          <Checkbox size="small" edge="start" checked={value.includes(option)} tabIndex={-1} />
          <ListItemText primary={nameOf(option)} />
        </MenuItem>
      ))}
    </TextField>
  );
}

export interface MultiSelectProps<Word extends string> {
  label: string;
  /** What it says while none is chosen. */
  all: string;
  options: readonly Word[];
  nameOf: (option: Word) => string;
  value: readonly Word[];
  onChange: (chosen: Word[]) => void;
}
