import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import type { ResourceProps } from 'react-admin';
import { lazyPart } from '../common/lazyPart.tsx';
import { clientsEnglishMessages } from '../i18n/english.ts';
import { clientTitle } from './clientTitle.ts';

/**
 * The Clients section as a react-admin resource: the list, and the client's page with its tabs.
 *
 * @example
 * <Admin dataProvider={simpleRestProvider('/api')}>
 *   <Resource {...clients} />
 * </Admin>
 */
export const clients = {
  name: 'clients',
  list: lazyPart(async () => (await import('./ClientList.tsx')).ClientList),
  show: lazyPart(async () => (await import('./ClientShow.tsx')).ClientShow),
  icon: PeopleIcon,
  recordRepresentation: clientTitle,
  // Read where the host has no messages of ours.
  options: { label: clientsEnglishMessages.resources.clients.name },
} satisfies ResourceProps;
