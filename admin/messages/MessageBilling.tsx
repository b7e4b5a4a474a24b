import { Stack } from '@mui/material';
import type { Message } from '../../schema/messages.ts';
import { useText } from '../i18n/useText.ts';
import { TransactionLink } from '../finance/TransactionLink.tsx';

/** How far a message has been paid, and the transaction that did it: "Charged 12-7". */
export function MessageBilling({ message }: { message: Message }) {
  const text = useText();
  const { billing, chargeId, refundId } = message;
  const transaction = billing === 'refunded' ? refundId : chargeId;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 0.75 }}>
      <span>{text(`ra_clientele.messages.billing.${billing}`)}</span>
      {transaction && <TransactionLink id={transaction} underline="hover" />}
    </Stack>
  );
}
