import { List } from 'react-admin';
import { page } from '../common/page.ts';
import { ListPagination } from '../common/ListPagination.tsx';
import { useRowsPerPage } from '../common/useRowsPerPage.ts';
import { useText } from '../i18n/useText.ts';
import { ClientListContent } from './ClientListContent.tsx';
import { ClientListToolbar } from './ClientListToolbar.tsx';

/** The page `/clients`. */
export function ClientList() {
  const text = useText();
  const [perPage] = useRowsPerPage('clients');
  return (
    <List
      title={text('resources.clients.name', { smart_count: 2 })}
      sort={NEWEST_FIRST}
      perPage={perPage}
      exporter={false}
      actions={false}
      component="div"
      pagination={<ListPagination />}
      queryOptions={{ onError: toldInPlace }}
      empty={false}
      sx={{ ...page, '& .RaList-main': { minWidth: 0, mt: 2 } }}
    >
      <ClientListToolbar />
      <ClientListContent />
    </List>
  );
}

const NEWEST_FIRST = { field: 'id', order: 'DESC' } as const;

// The list itself says what failed; react-admin's notice would say it twice.
const toldInPlace = () => undefined;
