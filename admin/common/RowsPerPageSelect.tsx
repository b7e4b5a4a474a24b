import { Stack, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { useListPaginationContext } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { ROWS_PER_PAGE, useRowsPerPage } from './useRowsPerPage.ts';

/** Chooses how many rows a page has, and remembers it for the resource. */
export function RowsPerPageSelect() {
  const id = useId();
  const text = useText();
  const { perPage, setPerPage, resource } = useListPaginationContext();
  const [, remember] = useRowsPerPage(resource);

  const choose = (rows: number) => {
    remember(rows);
    setPerPage(rows);
  };

  // A native select: it opens with the keyboard and on phones like any other.
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1, mr: 1 }}>
      <Typography variant="body2" component="label" htmlFor={id}>
        {text('ra_clientele.pager.rows')}
      </Typography>
      <TextField
        select
        id={id}
        size="small"
        hiddenLabel
        variant="outlined"
        margin="none"
        fullWidth={false}
        value={perPage}
        onChange={(event) => choose(Number(event.target.value))}
        slotProps={{ select: { native: true } }}
        sx={{ '& select': { typography: 'body2', py: 0.5, fontVariantNumeric: 'tabular-nums' } }}
      >
        {[...new Set([...ROWS_PER_PAGE, perPage])]
          .sort((a, b) => a - b)
          .map((rows) => (
            <option key={rows}>{rows}</option>
          ))}
      </TextField>
    </Stack>
  );
}
