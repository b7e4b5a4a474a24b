import { List, ListItemButton, ListItemText } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { withParams } from '../common/searchParams.ts';
import { VIEWS, viewName, viewParams, type StatisticsView } from './views.ts';

/**
 * The side menu of the tab; each report, and the messages behind them, is a link that can be sent:
 * `<ReportMenu shown="day" />`.
 */
export function ReportMenu({ shown }: { shown: StatisticsView }) {
  const text = useText();
  const { pathname, search } = useLocation();
  return (
    <List component="nav" dense disablePadding aria-label={text('ra_clientele.statistics.reports')}>
      {VIEWS.map((view) => (
        <ListItemButton
          key={view}
          component={LinkBase}
          to={{ pathname, search: withParams(search, viewParams(view)) }}
          selected={view === shown}
          aria-current={view === shown ? 'page' : undefined}
          sx={{ borderRadius: 1 }}
        >
          <ListItemText
            primary={text(viewName(view))}
            slotProps={{ primary: { variant: 'body2', noWrap: true, fontSize: '0.8125rem' } }}
          />
        </ListItemButton>
      ))}
    </List>
  );
}
