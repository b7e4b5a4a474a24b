import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { List } from 'react-admin';
import { ListPagination } from './ListPagination.tsx';
import { filterOf, type ListStates } from './listStates.ts';
import { page } from './page.ts';
import { useRowsPerPage } from './useRowsPerPage.ts';

/**
 * A resource's list as a page of its own, under its name, with its first state shown at first; the
 * rows and their states are the children's.
 *
 * @example <ListPage resource="notices" title="Notices" states={NOTICE_STATES}>...</ListPage>
 */
export function ListPage({ resource, title, states, children }: ListPageProps) {
  const [perPage] = useRowsPerPage(resource);
  const [first] = states;
  return (
    <List
      title={title}
      filterDefaultValues={filterOf(first)}
      sort={first.sort}
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
  /** What the list can be restricted to. */
  states: ListStates;
  children: ReactNode;
}

// The list itself says what failed; react-admin's notice would say it twice.
const toldInPlace = () => undefined;
