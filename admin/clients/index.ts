import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';
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
  list: lazy(() => import('./ClientList.tsx')),
  show: lazy(() => import('./ClientShow.tsx')),
  icon: PeopleIcon,
  recordRepresentation: clientTitle,
  // Read where the host has no messages of ours.
  options: { label: clientsEnglishMessages.resources.clients.name },
} satisfies ResourceProps;
