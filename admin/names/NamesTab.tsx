import { ListBase } from 'react-admin';
import { useClient } from '../clients/useClient.ts';
import { ListPagination } from '../common/ListPagination.tsx';
import { useRowsPerPage } from '../common/useRowsPerPage.ts';
import { NamesContent } from './NamesContent.tsx';

/** NAMES: the sender IDs of the client, newest requests first. */
export function NamesTab() {
  const { id } = useClient();
  const [perPage] = useRowsPerPage('sender_names');
  return (
    <ListBase
      // Another client's list begins at its own first page.
      key={id}
      resource="sender_names"
      filter={{ clientId: id }}
      sort={NEWEST_FIRST}
      perPage={perPage}
      disableSyncWithLocation
      storeKey={false}
      exporter={false}
      queryOptions={{ onError: toldInPlace }}
    >
      <NamesContent />
      <ListPagination />
    </ListBase>
  );
}

const NEWEST_FIRST = { field: 'requestedAt', order: 'DESC' } as const;

// The tab itself says what failed; react-admin's notice would say it twice.
const toldInPlace = () => undefined;
