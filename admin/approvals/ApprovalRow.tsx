import { Typography } from '@mui/material';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { ClientReference } from '../clients/ClientReference.tsx';
import { AgeText } from '../common/AgeText.tsx';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { StatusChip } from '../common/StatusChip.tsx';
import { TransactionLink } from '../finance/TransactionLink.tsx';
import { useText } from '../i18n/useText.ts';
import { TopUpDecision } from './TopUpDecision.tsx';

/** One top-up: how much for whom, who asked and when, and what became of it or is to be done. */
export function ApprovalRow({ request }: { request: TopUpRequest }) {
  const text = useText();
  const { amount, currency, clientId, requestedBy, requestedAt, comment, status } = request;
  const { decidedBy, decidedAt, reason, transactionId } = request;
  return (
    <>
      <MoneyText
        amount={amount}
        currency={currency}
        sx={{ fontWeight: 600, textAlign: { lg: 'right' } }}
      />
      <ClientReference id={clientId} tab="finance" />
      <div>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {text('ra_clientele.approvals.askedBy', { name: requestedBy })}{' '}
          <InstantText instant={requestedAt} />
          {status === 'pending' && (
            <>
              {', '}
              <AgeText instant={requestedAt} />
            </>
          )}
        </Typography>
        {comment}
      </div>
      {status === 'pending' ? (
        <TopUpDecision request={request} />
      ) : (
        <div>
          <StatusChip
            tone={status === 'approved' ? 'success' : 'disabled'}
            label={text(`ra_clientele.approvals.status.${status}`)}
          />{' '}
          {transactionId && <TransactionLink id={transactionId} underline="hover" />}
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {decidedBy} <InstantText instant={decidedAt} />
          </Typography>
          {reason}
        </div>
      )}
    </>
  );
}
