import { Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { filterOf, type ListState } from './listStates.ts';
import { useCount } from './useCount.ts';
import { useNumber } from './useFormatters.ts';

/** How many records of the list around it are in a state: `<StateCount state={state} />`. */
export function StateCount({ state }: { state: ListState }) {
  const { resource } = useListContext();
  const number = useNumber();
  const count = useCount(resource, filterOf(state));
  if (count === undefined) return null;
  return (
    <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
      {number(count)}
    </Typography>
  );
}
