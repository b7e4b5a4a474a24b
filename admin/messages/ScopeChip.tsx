import { Chip, Stack, Typography } from '@mui/material';
import { useLocation, useNavigate } from 'react-admin';
import { withParams } from '../common/searchParams.ts';
import { TransactionLink } from '../finance/TransactionLink.tsx';
import { TextWith } from '../i18n/TextWith.tsx';
import { useText } from '../i18n/useText.ts';
import type { MessagesScope } from './messagesScope.ts';

/** Says which transaction the messages are of, and lets go of it: `<ScopeChip scope={scope} />`. */
export function ScopeChip({ scope: { chargeId, refundId } }: { scope: MessagesScope }) {
  const text = useText();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const id = chargeId ?? refundId ?? '';
  const remove = () =>
    navigate({ pathname, search: withParams(search, { chargeId: null, refundId: null }) });
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 40 }}>
      <Chip
        label={text(`ra_clientele.messages.${chargeId ? 'chargedBy' : 'refundedBy'}`, {
          transaction: id,
        })}
        onDelete={remove}
        // The cross alone has no name.
        title={text('ra_clientele.messages.removeScope')}
      />
      <Typography variant="body2" component="span" noWrap>
        <TextWith message="ra_clientele.messages.showTransaction" name="transaction">
          <TransactionLink id={id} />
        </TextWith>
      </Typography>
    </Stack>
  );
}
