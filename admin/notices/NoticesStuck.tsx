import { Alert } from '@mui/material';
import { useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { useCount } from '../common/useCount.ts';

/** How long a mail may wait before somebody should look, in milliseconds. */
const PATIENCE = 5 * 60_000;

/** Says that mails have been waiting for long, and what the reason may be. */
export function NoticesStuck() {
  const text = useText();
  const [opened] = useState(() => Date.now());
  const waiting = useCount('notices', {
    status: 'pending',
    createdAt_lt: new Date(opened - PATIENCE).toISOString(),
  });
  if (!waiting) return null;
  return (
    <Alert severity="info" sx={{ mb: 1.5 }}>
      {text('ra_clientele.notices.stuck', { smart_count: waiting })}
    </Alert>
  );
}
