import type { Notice } from '../../schema/notices.ts';
import { ListPage } from '../common/ListPage.tsx';
import { RecordRows } from '../common/RecordRows.tsx';
import { StateTabs } from '../common/StateTabs.tsx';
import { useText } from '../i18n/useText.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { NoticesEmpty } from './NoticesEmpty.tsx';
import { NoticesStuck } from './NoticesStuck.tsx';
import { NOTICE_STATES } from './noticeStates.ts';

/** The page `/notices`: what is to be told by mail, and what became of it. */
export function NoticeList() {
  const text = useText();
  return (
    <ListPage
      resource="notices"
      title={text('resources.notices.name', { smart_count: 2 })}
      states={NOTICE_STATES}
    >
      <StateTabs
        label={text('resources.notices.fields.status')}
        states={NOTICE_STATES}
        nameOf={(state) => text(`ra_clientele.notices.state.${state}`)}
      />
      <NoticesStuck />
      <RecordRows<Notice>
        columns="9.5rem minmax(0, 1.4fr) minmax(0, 1fr) 19rem"
        failed={text('ra_clientele.notices.failed')}
        empty={<NoticesEmpty />}
      >
        {(notice) => <NoticeRow notice={notice} />}
      </RecordRows>
    </ListPage>
  );
}
