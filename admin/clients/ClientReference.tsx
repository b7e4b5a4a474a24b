import { Link } from '@mui/material';
import { LinkBase, useReference } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { clientTitle } from './clientTitle.ts';
import { useClientPath } from './useClientPath.ts';

/**
 * A client that another record names, as a link to its page. It reads as the bare ID until the
 * names of all clients on the screen have come, in one request.
 *
 * @example <ClientReference id={notice.clientId} tab="finance" />
 */
export function ClientReference({ id, tab }: ClientReferenceProps) {
  const pathOf = useClientPath();
  const { referenceRecord } = useReference<Client>({
    reference: 'clients',
    id,
    // The ID alone leads to the client as well.
    options: { retry: false },
  });
  const name = referenceRecord ? clientTitle(referenceRecord) : String(id);
  return (
    <Link
      component={LinkBase}
      to={pathOf(id, tab)}
      variant="body2"
      noWrap
      title={name}
      sx={{ display: 'inline-block', maxWidth: '100%', verticalAlign: 'bottom' }}
    >
      {name}
    </Link>
  );
}

export interface ClientReferenceProps {
  id: number;
  /** The tab of the page that has more about it. */
  tab?: 'finance' | 'statistics' | 'names';
}
