import MailIcon from '@mui/icons-material/MailOutlined';
import { useListContext } from 'react-admin';
import { EmptyState } from '../common/EmptyState.tsx';
import { stateOf } from '../common/listStates.ts';
import { useText } from '../i18n/useText.ts';
import { NOTICE_STATES } from './noticeStates.ts';

/** Stands for the notices where there are none in the state chosen. */
export function NoticesEmpty() {
  const text = useText();
  const { filterValues } = useListContext();
  const shown = stateOf(NOTICE_STATES, filterValues)?.name ?? 'all';
  return (
    <EmptyState
      icon={<MailIcon fontSize="inherit" />}
      title={text(`ra_clientele.notices.empty.${shown}`)}
      hint={text('ra_clientele.notices.emptyHint')}
    />
  );
}
