import { Stack, Typography } from '@mui/material';
import type { Notice } from '../../schema/notices.ts';
import { ClientReference } from '../clients/ClientReference.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { StatusChip, type Tone } from '../common/StatusChip.tsx';
import { useText } from '../i18n/useText.ts';
import { NoticeFacts } from './NoticeFacts.tsx';
import { RetryNotice } from './RetryNotice.tsx';

/** One mail: when and what it tells, whom, and what became of it. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const text = useText();
  const { clientId, audience, recipient, status, attempts, lastError, createdAt, sentAt } = notice;
  const told = text('ra_clientele.notices.attempts', { smart_count: attempts });
  // What went wrong before it was sent, or before somebody began anew, is over.
  const error = status === 'sent' || attempts === 0 ? null : lastError;
  return (
    <>
      <InstantText instant={createdAt} />
      <div>
        <NoticeFacts notice={notice} />
        <ClientReference id={clientId} tab="finance" />
      </div>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {text(`ra_clientele.notices.audience.${audience}`)}
        {recipient && (
          <Typography variant="inherit" component="div" noWrap title={recipient}>
            {recipient}
          </Typography>
        )}
      </Typography>
      <Stack sx={{ alignItems: 'flex-start', gap: 0.5 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <StatusChip tone={TONES[status]} label={text(`ra_clientele.notices.status.${status}`)} />
          {sentAt && <InstantText instant={sentAt} />}
          {status === 'failed' && <RetryNotice notice={notice} />}
        </Stack>
        {(error || attempts > 1) && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {error ? `${told}: ${error}` : told}
          </Typography>
        )}
      </Stack>
    </>
  );
}

const TONES: Record<Notice['status'], Tone> = {
  pending: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'error',
};
