import CheckIcon from '@mui/icons-material/Check';
import WaitIcon from '@mui/icons-material/HourglassEmpty';
import { Stack } from '@mui/material';

/** What became of an entry. */
export interface Outcome {
  /** `info`: it waits for somebody. */
  type: 'success' | 'info';
  message: string;
}

/**
 * Tells beside the button what became of what was saved; it is there before there is anything to
 * tell, so that a screen reader hears it.
 *
 * @example <EntryOutcome outcome={{ type: 'success', message: 'Saved' }} />
 */
export function EntryOutcome({ outcome }: { outcome: Outcome | undefined }) {
  const Icon = outcome?.type === 'info' ? WaitIcon : CheckIcon;
  return (
    <Stack
      direction="row"
      role="status"
      sx={{ flex: '1 1 0', minWidth: 0, alignItems: 'flex-start', gap: 0.5, typography: 'body2' }}
    >
      {outcome && (
        <>
          <Icon color={outcome.type} fontSize="small" />
          {outcome.message}
        </>
      )}
    </Stack>
  );
}
