import { Box, Paper, Typography } from '@mui/material';
import { useId } from 'react';
import { useGetList } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { TopUpDecision } from '../approvals/TopUpDecision.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';

/** The top-ups of a client that wait for a second person; nothing when there are none. */
export function WaitingTopUps({ client }: { client: Client }) {
  const text = useText();
  const heading = useId();
  const { data, total, error, refetch } = useGetList<TopUpRequest>('top_up_requests', {
    filter: { clientId: client.id, status: 'pending' },
    sort: { field: 'requestedAt', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  });
  if (error && !data) {
    return (
      <ErrorState
        title={text('ra_clientele.entry.waitingFailed')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data || data.length === 0) return null;
  return (
    <Paper component="section" variant="outlined" aria-labelledby={heading} sx={{ padding: 2 }}>
      <Typography id={heading} variant="subtitle2" component="h2" gutterBottom>
        {text('ra_clientele.entry.waiting', { smart_count: total ?? data.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {data.map((request) => (
          <Box component="li" key={request.id} sx={ROW}>
            <Box sx={{ flex: '1 1 16rem', minWidth: 0, overflowWrap: 'anywhere' }}>
              <MoneyText
                amount={request.amount}
                currency={request.currency}
                sx={{ fontWeight: 600 }}
              />{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {text('ra_clientele.approvals.askedBy', { name: request.requestedBy })}{' '}
                <InstantText instant={request.requestedAt} timeZone={client.timeZone} />
              </Box>
              {request.comment && <div>{request.comment}</div>}
            </Box>
            <TopUpDecision request={request} />
          </Box>
        ))}
      </Box>
    </Paper>
  );
}

const ROW = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 1,
  paddingY: 1,
  typography: 'body2',
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
  '&:last-of-type': { paddingBottom: 0 },
};
