import ApprovalIcon from '@mui/icons-material/FactCheckOutlined';
import { useListContext } from 'react-admin';
import { EmptyState } from '../common/EmptyState.tsx';
import { stateOf } from '../common/listStates.ts';
import { useText } from '../i18n/useText.ts';
import { APPROVAL_STATES } from './approvalStates.ts';

/** Stands for the approvals where there are none in the state chosen. */
export function ApprovalsEmpty() {
  const text = useText();
  const { filterValues } = useListContext();
  const shown = stateOf(APPROVAL_STATES, filterValues)?.name ?? 'all';
  return (
    <EmptyState
      icon={<ApprovalIcon fontSize="inherit" />}
      title={text(`ra_clientele.approvals.empty.${shown}`)}
      hint={text('ra_clientele.approvals.emptyHint')}
    />
  );
}
