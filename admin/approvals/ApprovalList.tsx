import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { ListPage } from '../common/ListPage.tsx';
import { RecordRows } from '../common/RecordRows.tsx';
import { StateTabs } from '../common/StateTabs.tsx';
import { useText } from '../i18n/useText.ts';
import { ApprovalRow } from './ApprovalRow.tsx';
import { ApprovalsEmpty } from './ApprovalsEmpty.tsx';
import { APPROVAL_STATES } from './approvalStates.ts';

/** The page `/top_up_requests`: oldest first while they wait, newest first when decided. */
export function ApprovalList() {
  const text = useText();
  return (
    <ListPage
      resource="top_up_requests"
      title={text('resources.top_up_requests.name', { smart_count: 2 })}
      states={APPROVAL_STATES}
    >
      <StateTabs
        label={text('resources.top_up_requests.fields.status')}
        states={APPROVAL_STATES}
        nameOf={(state) => text(`ra_clientele.approvals.state.${state}`)}
      />
      <RecordRows<TopUpRequest>
        columns="10rem minmax(0, 1fr) minmax(0, 1.4fr) 16rem"
        failed={text('ra_clientele.approvals.listFailed')}
        empty={<ApprovalsEmpty />}
      >
        {(request) => <ApprovalRow request={request} />}
      </RecordRows>
    </ListPage>
  );
}
