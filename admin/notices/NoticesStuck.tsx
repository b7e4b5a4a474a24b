import { Alert } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { Notice } from '../../schema/notices.ts';
import { useText } from '../i18n/useText.ts';
import { UNSENT } from './noticeStates.ts';

/** How long a mail may wait before somebody should look, in milliseconds. */
const PATIENCE = 5 * 60_000;

/** Says that mails have been waiting for long, and why as far as one knows. */
export function NoticesStuck() {
  const text = useText();
  const [before] = useState(() => new Date(Date.now() - PATIENCE).toISOString());
  const { data, total } = useGetList<Notice>(
    'notices',
    {
      filter: { status: UNSENT, createdAt_lt: before },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'createdAt', order: 'ASC' },
    },
    { retry: false },
  );
  const [oldest] = data ?? [];
  if (!oldest) return null;
  // Somebody has just begun anew with it, as if it were new.
  if (oldest.attempts === 0 && oldest.nextAttemptAt > before) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {text('ra_clientele.notices.stuck', { smart_count: total })}{' '}
      {oldest.lastError
        ? text('ra_clientele.notices.stuckBecause', { reason: oldest.lastError })
        : text('ra_clientele.notices.stuckHint')}
    </Alert>
  );
}
