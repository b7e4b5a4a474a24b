import MailIcon from '@mui/icons-material/MailOutlined';
import type { ResourceProps } from 'react-admin';
import { lazyPart } from '../common/lazyPart.tsx';
import { clientsEnglishMessages } from '../i18n/english.ts';

/**
 * The mails to clients and staff, sent and waiting, as a react-admin resource.
 *
 * @example <Resource {...notices} />
 */
export const notices = {
  name: 'notices',
  list: lazyPart(async () => (await import('./NoticeList.tsx')).NoticeList),
  icon: MailIcon,
  options: { label: clientsEnglishMessages.resources.notices.name },
} satisfies ResourceProps;
