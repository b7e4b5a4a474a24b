import { Tab, Tabs } from '@mui/material';
import { LinkBase, useListContext, useLocation } from 'react-admin';
import { StateCount } from './StateCount.tsx';
import { searchOf, stateOf, type ListStates } from './listStates.ts';

/**
 * Which records of the list around it are shown, by their state, with how many there are of each.
 * Each is a link to the list with react-admin's filter, so that paging and a reload keep it.
 *
 * @example <StateTabs label="Status" states={NOTICE_STATES} nameOf={(state) => NAMES[state]} />
 */
export function StateTabs<Name extends string>({ label, states, nameOf }: StateTabsProps<Name>) {
  const { pathname } = useLocation();
  const { filterValues } = useListContext();
  return (
    <Tabs
      value={stateOf(states, filterValues)?.name ?? false}
      variant="scrollable"
      aria-label={label}
      sx={{ mb: 1.5, '& .MuiTab-root': { px: 0, mr: 3, minWidth: 0 } }}
    >
      {states.map((state) => (
        <Tab
          key={state.name}
          value={state.name}
          component={LinkBase}
          to={{ pathname, search: searchOf(state) }}
          label={
            <span>
              {nameOf(state.name)} <StateCount state={state} />
            </span>
          }
        />
      ))}
    </Tabs>
  );
}

export interface StateTabsProps<Name extends string> {
  label: string;
  states: ListStates<Name>;
  nameOf: (state: Name) => string;
}
