import ApprovalIcon from '@mui/icons-material/FactCheckOutlined';
import type { ResourceProps } from 'react-admin';
import { lazyPart } from '../common/lazyPart.tsx';
import { clientsEnglishMessages } from '../i18n/english.ts';

/**
 * The top-ups that wait, or waited, for a second person, as a react-admin resource.
 *
 * @example <Resource {...topUpRequests} />
 */
export const topUpRequests = {
  name: 'top_up_requests',
  list: lazyPart(async () => (await import('./ApprovalList.tsx')).ApprovalList),
  icon: ApprovalIcon,
  options: { label: clientsEnglishMessages.resources.top_up_requests.name },
} satisfies ResourceProps;
