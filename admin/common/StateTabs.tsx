import { Tab, Tabs, Typography } from '@mui/material';
import { useLocation, useNavigate } from 'react-admin';
import { useNumber } from './useFormatters.ts';
import { withParams } from './searchParams.ts';

/**
 * Which records of a list are shown, by their state, with how many there are of each. The choice
 * lives in the URL (`?state=failed`); the first tab needs no word there.
 *
 * @example <StateTabs label="Status" states={[{ state: 'all', label: 'All' }]} shown="all" />
 */
export function StateTabs<State extends string>({ label, states, shown }: StateTabsProps<State>) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const number = useNumber();
  const choose = (state: State) =>
    navigate({
      pathname,
      search: withParams(search, {
        state: state === states[0]?.state ? null : state,
        // Another list begins at its first page.
        page: null,
      }),
    });
  return (
    <Tabs
      value={shown}
      variant="scrollable"
      aria-label={label}
      onChange={(_event, state: State) => choose(state)}
      sx={{ mb: 1.5, '& .MuiTab-root': { px: 0, mr: 3, minWidth: 0 } }}
    >
      {states.map(({ state, label: name, count }) => (
        <Tab
          key={state}
          value={state}
          label={
            <span>
              {name}
              {count !== undefined && (
                <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
                  {' '}
                  {number(count)}
                </Typography>
              )}
            </span>
          }
        />
      ))}
    </Tabs>
  );
}

export interface StateTabsProps<State extends string> {
  label: string;
  states: readonly { state: State; label: string; count?: number | undefined }[];
  shown: State;
}

/** The state that a query string names; the first one when it names none. */
export function stateIn<State extends string>(search: string, states: readonly State[]): State {
  const named = new URLSearchParams(search).get('state');
  return states.find((state) => state === named) ?? (states[0] as State);
}
