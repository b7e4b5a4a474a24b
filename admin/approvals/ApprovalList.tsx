import ApprovalIcon from '@mui/icons-material/FactCheckOutlined';
import { useLocation } from 'react-admin';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ListPage } from '../common/ListPage.tsx';
import { RecordRows } from '../common/RecordRows.tsx';
import { stateIn, StateTabs } from '../common/StateTabs.tsx';
import { useCount } from '../common/useCount.ts';
import { useText } from '../i18n/useText.ts';
import { ApprovalRow } from './ApprovalRow.tsx';

const STATES = ['waiting', 'decided'] as const;
const FILTERS = {
  waiting: { status: 'pending' },
  decided: { status: ['approved', 'rejected', 'withdrawn'] },
} as const;
const SORTS = {
  waiting: { field: 'requestedAt', order: 'ASC' },
  decided: { field: 'decidedAt', order: 'DESC' },
} as const;

/** The page `/top_up_requests`: oldest first while they wait, newest first when decided. */
export function ApprovalList() {
  const text = useText();
  const { search } = useLocation();
  const shown = stateIn(search, STATES);
  const counts = {
    waiting: useCount('top_up_requests', FILTERS.waiting),
    decided: useCount('top_up_requests', FILTERS.decided),
  };
  return (
    <ListPage
      // Another order too, so another list.
      key={shown}
      resource="top_up_requests"
      title={text('resources.top_up_requests.name', { smart_count: 2 })}
      filter={FILTERS[shown]}
      sort={SORTS[shown]}
    >
      <StateTabs
        label={text('resources.top_up_requests.fields.status')}
        shown={shown}
        states={STATES.map((state) => ({
          state,
          label: text(`ra_clientele.approvals.state.${state}`),
          count: counts[state],
        }))}
      />
      <RecordRows<TopUpRequest>
        columns="10rem minmax(0, 1fr) minmax(0, 1.4fr) 16rem"
        failed={text('ra_clientele.approvals.listFailed')}
        empty={
          <EmptyState
            icon={<ApprovalIcon fontSize="inherit" />}
            title={text(`ra_clientele.approvals.empty.${shown}`)}
            hint={text('ra_clientele.approvals.emptyHint')}
          />
        }
      >
        {(request) => <ApprovalRow request={request} />}
      </RecordRows>
    </ListPage>
  );
}
