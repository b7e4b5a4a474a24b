import { Box, Skeleton, Typography } from '@mui/material';
import { SortButton, useListContext } from 'react-admin';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { CLIENT_SORTS } from './clientColumns.ts';
import { ClientSearch } from './ClientSearch.tsx';
import { useTableFits } from './useTableFits.ts';

/** The search, how many clients it found, and the order where there are no column heads. */
export function ClientListToolbar() {
  const { total, error } = useListContext();
  const text = useText();
  const number = useNumber();
  const tableFits = useTableFits();
  const found =
    total !== undefined ? (
      text('ra_clientele.list.total', { smart_count: total, number: number(total) })
    ) : error ? (
      text('resources.clients.name', { smart_count: 2 })
    ) : (
      <Skeleton width="10ch" />
    );
  return (
    <Box sx={TOOLBAR}>
      <ClientSearch />
      <Typography
        variant="body2"
        component="h1"
        aria-live="polite"
        sx={{ flex: 1, minHeight: '2.5rem', lineHeight: '2.5rem', color: 'text.secondary' }}
      >
        {found}
      </Typography>
      {!tableFits && <SortButton fields={CLIENT_SORTS} label={text('ra_clientele.list.sortBy')} />}
    </Box>
  );
}

const TOOLBAR = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  pb: 1.5,
  // Above the band that the table's sticky head draws over itself.
  position: 'relative',
  zIndex: 3,
  bgcolor: 'background.default',
};
