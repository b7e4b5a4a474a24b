import ForumIcon from '@mui/icons-material/ForumOutlined';
import { Button } from '@mui/material';
import { useLocation, useNavigate } from 'react-admin';
import type { Period } from '../../schema/period.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { withParams } from '../common/searchParams.ts';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';
import type { MessagesScope } from './messagesScope.ts';

/** Stands for the messages where there are none, and says why. */
export function MessagesEmpty({ scope, period, filtered }: MessagesEmptyProps) {
  const text = useText();
  const day = useDay();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const transaction = scope.chargeId ?? scope.refundId;
  const icon = <ForumIcon fontSize="inherit" />;
  if (filtered) {
    return (
      <EmptyState
        icon={icon}
        title={text('ra_clientele.messages.emptyFiltered')}
        action={
          <Button
            onClick={() =>
              navigate({ pathname, search: withParams(search, { channel: null, status: null }) })
            }
          >
            {text('ra_clientele.messages.showAll')}
          </Button>
        }
      />
    );
  }
  if (transaction) {
    return (
      <EmptyState
        icon={icon}
        title={text('ra_clientele.messages.emptyTransaction', { transaction })}
        hint={text('ra_clientele.messages.emptyTransactionHint')}
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={text('ra_clientele.messages.empty', { from: day(period.from), to: day(period.to) })}
      hint={text('ra_clientele.finance.emptyHint')}
    />
  );
}

export interface MessagesEmptyProps {
  scope: MessagesScope;
  period: Period;
  /** Whether only some channels or statuses are asked for. */
  filtered: boolean;
}
