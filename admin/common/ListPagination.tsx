import FirstPageIcon from '@mui/icons-material/FirstPage';
import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import LastPageIcon from '@mui/icons-material/LastPage';
import { Stack, Typography } from '@mui/material';
import { useListPaginationContext } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { PageButton } from './PageButton.tsx';
import { PageField } from './PageField.tsx';
import { pageCount } from './pageNumber.ts';
import { RowsPerPageSelect } from './RowsPerPageSelect.tsx';
import { useNumber } from './useFormatters.ts';

/**
 * The pager of every list: the range shown, first, previous, a page number to type, next, last,
 * and rows per page.
 *
 * @example <List perPage={perPage} pagination={<ListPagination />}>…</List>
 */
export function ListPagination() {
  const { page, perPage, setPage, total } = useListPaginationContext();
  const text = useText();
  const number = useNumber();
  if (!total) return null;

  const pages = pageCount(total, perPage);
  const shown = Math.min(page, pages);
  const range = text('ra_clientele.pager.range', {
    from: number((shown - 1) * perPage + 1),
    to: number(Math.min(shown * perPage, total)),
    total: number(total),
  });
  return (
    <Stack
      direction="row"
      sx={{ flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: 1, py: 1 }}
    >
      <RowsPerPageSelect />
      <Typography
        variant="body2"
        aria-live="polite"
        sx={{ fontVariantNumeric: 'tabular-nums', mr: 1 }}
      >
        {range}
      </Typography>
      {pages > 1 && (
        <Stack
          component="nav"
          aria-label={text('ra_clientele.pager.pages')}
          direction="row"
          sx={{ alignItems: 'center', gap: 0.5 }}
        >
          <PageButton name="first" to={1} disabled={shown === 1}>
            <FirstPageIcon fontSize="small" />
          </PageButton>
          <PageButton name="previous" to={shown - 1} disabled={shown === 1}>
            <ChevronLeftIcon fontSize="small" />
          </PageButton>
          <PageField page={shown} pages={pages} onPage={setPage} />
          <Typography variant="body2" sx={{ whiteSpace: 'nowrap', px: 0.5 }}>
            {text('ra_clientele.pager.of', { pages: number(pages) })}
          </Typography>
          <PageButton name="next" to={shown + 1} disabled={shown === pages}>
            <ChevronRightIcon fontSize="small" />
          </PageButton>
          <PageButton name="last" to={pages} disabled={shown === pages}>
            <LastPageIcon fontSize="small" />
          </PageButton>
        </Stack>
      )}
    </Stack>
  );
}
