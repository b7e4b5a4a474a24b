import { Button } from '@mui/material';
import { useCanAccess, useNotify, useRefresh, useUpdate } from 'react-admin';
import type { Notice } from '../../schema/notices.ts';
import { useText } from '../i18n/useText.ts';

/** Tries a failed mail again: `<RetryNotice notice={notice} />`. */
export function RetryNotice({ notice }: { notice: Notice }) {
  const text = useText();
  const notify = useNotify();
  const refresh = useRefresh();
  const { canAccess } = useCanAccess({ resource: 'notices', action: 'edit', record: notice });
  const [update, { isPending }] = useUpdate<Notice>();
  const retry = () =>
    update(
      'notices',
      { id: notice.id, data: { status: 'pending' }, previousData: notice },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => {
          notify(text('ra_clientele.notices.retried'), { type: 'success' });
          refresh();
        },
        onError: (error: Error) => {
          notify(`${text('ra_clientele.notices.notRetried')}: ${error.message}`, { type: 'error' });
          refresh();
        },
      },
    );
  if (!canAccess) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      loading={isPending}
      aria-label={text('ra_clientele.notices.retryLabel', { id: notice.id })}
      onClick={retry}
    >
      {text('ra_clientele.common.retry')}
    </Button>
  );
}
