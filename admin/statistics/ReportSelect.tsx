import { TextField } from '@mui/material';
import { useLocation, useNavigate } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { withParams } from '../common/searchParams.ts';
import { VIEWS, viewName, viewParams, type StatisticsView } from './views.ts';

/** The menu of the tab on a narrow screen: `<ReportSelect shown="day" />`. */
export function ReportSelect({ shown }: { shown: StatisticsView }) {
  const text = useText();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <TextField
      select
      fullWidth
      size="small"
      margin="none"
      label={text('ra_clientele.statistics.report')}
      value={shown}
      onChange={({ target }) =>
        navigate({
          pathname,
          search: withParams(
            search,
            viewParams(VIEWS.find((view) => view === target.value) ?? shown),
          ),
        })
      }
      // The phone's own list is quicker than any drawn one.
      slotProps={{ select: { native: true } }}
      sx={{ maxWidth: '24rem' }}
    >
      {VIEWS.map((view) => (
        <option key={view} value={view}>
          {text(viewName(view))}
        </option>
      ))}
    </TextField>
  );
}
