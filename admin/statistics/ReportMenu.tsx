import { List, ListItemButton, ListItemText } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { withParams } from '../period/periodSearch.ts';
import { REPORTS, type ReportGrouping } from './reports.ts';

/** The side menu of the tab; each report is a link that can be sent: `<ReportMenu shown="day" />`. */
export function ReportMenu({ shown }: { shown: ReportGrouping }) {
  const text = useText();
  const { pathname, search } = useLocation();
  return (
    <List component="nav" dense disablePadding aria-label={text('ra_clientele.statistics.reports')}>
      {REPORTS.map((groupBy) => (
        <ListItemButton
          key={groupBy}
          component={LinkBase}
          to={{ pathname, search: withParams(search, { groupBy }) }}
          selected={groupBy === shown}
          aria-current={groupBy === shown ? 'page' : undefined}
          sx={{ borderRadius: 1 }}
        >
          <ListItemText
            primary={text(`ra_clientele.statistics.grouping.${groupBy}`)}
            slotProps={{ primary: { variant: 'body2', noWrap: true, fontSize: '0.8125rem' } }}
          />
        </ListItemButton>
      ))}
    </List>
  );
}
