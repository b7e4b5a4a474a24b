import { Box, Typography } from '@mui/material';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { ClientReference } from '../clients/ClientReference.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';

/** A top-up that waits, in short: how much, for whom, who asked and why. */
export function TopUpFacts({ request }: { request: TopUpRequest }) {
  const text = useText();
  const { amount, currency, clientId, requestedBy, requestedAt, comment } = request;
  return (
    <div>
      <Typography variant="h6" component="p">
        <MoneyText amount={amount} currency={currency} />
      </Typography>
      <ClientReference id={clientId} tab="finance" />
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {text('ra_clientele.approvals.askedBy', { name: requestedBy })}{' '}
        <InstantText instant={requestedAt} />
      </Typography>
      {comment && (
        <Box sx={{ mt: 1, typography: 'body2', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {comment}
        </Box>
      )}
    </div>
  );
}
