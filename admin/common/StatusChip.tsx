import CircleIcon from '@mui/icons-material/Circle';
import { Chip } from '@mui/material';

/**
 * A state in a word, with a dot that colours it: the word alone says everything.
 *
 * @example <StatusChip tone="error" label="Blocked" />
 */
export function StatusChip({ tone, label }: StatusChipProps) {
  return (
    <Chip
      size="small"
      variant="outlined"
      label={label}
      icon={<CircleIcon color={tone} />}
      sx={{ flexShrink: 0, height: 20, '& .MuiChip-icon': { fontSize: 8, ml: 1 } }}
    />
  );
}

export interface StatusChipProps {
  tone: Tone;
  label: string;
}

export type Tone = 'success' | 'info' | 'warning' | 'error' | 'disabled';
