import MailIcon from '@mui/icons-material/MailOutlined';
import { useLocation } from 'react-admin';
import type { Notice } from '../../schema/notices.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ListPage } from '../common/ListPage.tsx';
import { RecordRows } from '../common/RecordRows.tsx';
import { stateIn, StateTabs } from '../common/StateTabs.tsx';
import { useCount } from '../common/useCount.ts';
import { useText } from '../i18n/useText.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { NoticesStuck } from './NoticesStuck.tsx';
import { NOTICE_STATES, statusesOf } from './noticeStates.ts';

/** The page `/notices`: what is to be told by mail, and what became of it. */
export function NoticeList() {
  const text = useText();
  const { search } = useLocation();
  const shown = stateIn(search, NOTICE_STATES);
  const counts = {
    all: useCount('notices', {}),
    pending: useCount('notices', { status: statusesOf('pending') }),
    failed: useCount('notices', { status: statusesOf('failed') }),
    sent: useCount('notices', { status: statusesOf('sent') }),
  };
  return (
    <ListPage
      resource="notices"
      title={text('resources.notices.name', { smart_count: 2 })}
      filter={shown === 'all' ? {} : { status: statusesOf(shown) }}
      sort={NEWEST_FIRST}
    >
      <StateTabs
        label={text('resources.notices.fields.status')}
        shown={shown}
        states={NOTICE_STATES.map((state) => ({
          state,
          label: text(`ra_clientele.notices.state.${state}`),
          count: counts[state],
        }))}
      />
      <NoticesStuck />
      <RecordRows<Notice>
        columns="9.5rem minmax(0, 1.4fr) minmax(0, 1fr) 19rem"
        failed={text('ra_clientele.notices.failed')}
        empty={
          <EmptyState
            icon={<MailIcon fontSize="inherit" />}
            title={text('ra_clientele.notices.empty')}
            hint={text('ra_clientele.notices.emptyHint')}
          />
        }
      >
        {(notice) => <NoticeRow notice={notice} />}
      </RecordRows>
    </ListPage>
  );
}

const NEWEST_FIRST = { field: 'createdAt', order: 'DESC' } as const;
