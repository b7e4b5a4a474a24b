import { TextField } from '@mui/material';
import { useLocation, useNavigate } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { withParams } from '../period/periodSearch.ts';
import { REPORTS, type ReportGrouping } from './reports.ts';

/** The menu of the tab on a narrow screen: `<ReportSelect shown="day" />`. */
export function ReportSelect({ shown }: { shown: ReportGrouping }) {
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
        navigate({ pathname, search: withParams(search, { groupBy: target.value }) })
      }
      // The phone's own list is quicker than any drawn one.
      slotProps={{ select: { native: true } }}
      sx={{ maxWidth: '24rem' }}
    >
      {REPORTS.map((groupBy) => (
        <option key={groupBy} value={groupBy}>
          {text(`ra_clientele.statistics.grouping.${groupBy}`)}
        </option>
      ))}
    </TextField>
  );
}
