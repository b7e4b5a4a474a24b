import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import type { Transaction } from '../../schema/transactions.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useMessagesPath } from '../messages/useMessagesPath.ts';

/**
 * How many messages a charge paid for, or a refund gave back, as a link to them: "1,234 messages,
 * 1,456 parts". Nothing for other rows.
 *
 * @example <MessagesLink of={row} />
 */
export function MessagesLink({ of: transaction }: { of: Transaction }) {
  const text = useText();
  const number = useNumber();
  const pathTo = useMessagesPath();
  const { id, clientId, kind, messages, parts } = transaction;
  if (kind !== 'charge' && kind !== 'refund') return null;
  const counts = [
    messages != null &&
      text('ra_clientele.finance.purpose.messages', {
        smart_count: messages,
        number: number(messages),
      }),
    parts != null &&
      text('ra_clientele.finance.purpose.parts', { smart_count: parts, number: number(parts) }),
  ].filter(Boolean);
  return (
    <Link
      component={LinkBase}
      to={pathTo(clientId, kind === 'charge' ? { chargeId: id } : { refundId: id })}
      title={text(`ra_clientele.ledger.open.${kind}`)}
    >
      {counts.join(', ') || text('resources.messages.name', { smart_count: 2 })}
    </Link>
  );
}
