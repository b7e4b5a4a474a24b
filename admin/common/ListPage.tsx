import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { List, type FilterPayload, type SortPayload } from 'react-admin';
import { ListPagination } from './ListPagination.tsx';
import { page } from './page.ts';
import { useRowsPerPage } from './useRowsPerPage.ts';

/**
 * A resource's list as a page of its own, under its name; the rows and their states are the
 * children's.
 *
 * @example <ListPage resource="notices" title="Notices" sort={NEWEST_FIRST}>...</ListPage>
 */
export function ListPage({ resource, title, filter, sort, children }: ListPageProps) {
  const [perPage] = useRowsPerPage(resource);
  return (
    <List
      title={title}
      filter={filter}
      sort={sort}
      perPage={perPage}
      exporter={false}
      actions={false}
      component="div"
      pagination={<ListPagination />}
      queryOptions={{ onError: toldInPlace }}
      empty={false}
      storeKey={false}
      sx={{ ...page, '& .RaList-main': { minWidth: 0, mt: 2 } }}
    >
      <Typography variant="h6" component="h1">
        {title}
      </Typography>
      {children}
    </List>
  );
}

export interface ListPageProps {
  resource: string;
  title: string;
  /** What the list is of, whatever else it is filtered by. */
  filter?: FilterPayload;
  sort: SortPayload;
  children: ReactNode;
}

// The list itself says what failed; react-admin's notice would say it twice.
const toldInPlace = () => undefined;
