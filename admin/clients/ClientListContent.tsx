import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Box, Button, Paper } from '@mui/material';
import { useListContext } from 'react-admin';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/useText.ts';
import { ClientCards } from './ClientCards.tsx';
import { ClientTable } from './ClientTable.tsx';
import { useTableFits } from './useTableFits.ts';

/** The clients found, or why there are none to see. */
export function ClientListContent() {
  const { total, data, error, refetch, filterValues, setFilters } = useListContext();
  const text = useText();
  const tableFits = useTableFits();

  const failure = error && (
    <ErrorState title={text('ra_clientele.list.failed')} error={error} onRetry={refetch} />
  );
  if (failure && !data) return failure;
  if (total === 0 && filterValues.q) {
    return (
      <Paper variant="outlined">
        <EmptyState
          icon={<SearchOffIcon fontSize="inherit" />}
          title={text('ra_clientele.list.notFound', { q: filterValues.q })}
          hint={text('ra_clientele.list.notFoundHint')}
          action={<Button onClick={() => setFilters({})}>{text('ra_clientele.list.clear')}</Button>}
        />
      </Paper>
    );
  }
  if (total === 0) {
    return (
      <Paper variant="outlined">
        <EmptyState
          icon={<PeopleIcon fontSize="inherit" />}
          title={text('ra_clientele.list.empty')}
          hint={text('ra_clientele.list.emptyHint')}
        />
      </Paper>
    );
  }
  // A refresh that failed leaves the rows to read, but says that they are not new.
  return (
    <>
      {failure && <Box sx={ABOVE_STICKY_HEAD}>{failure}</Box>}
      {tableFits ? <ClientTable /> : <ClientCards />}
    </>
  );
}

/** The table's head draws a band over what is above it, to hide the rows that pass below. */
const ABOVE_STICKY_HEAD = { position: 'relative', zIndex: 3, pb: 2, bgcolor: 'background.default' };
