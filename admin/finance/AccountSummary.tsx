import { Box } from '@mui/material';
import type { Client } from '../../schema/clients.ts';
import { moneySign } from '../../schema/money.ts';
import { useText } from '../i18n/useText.ts';
import { Figure } from './Figure.tsx';
import { LimitEndText } from './limits/LimitEndText.tsx';

/** What the client has and may still spend: `<AccountSummary client={client} />`. */
export function AccountSummary({ client }: { client: Client }) {
  const text = useText();
  const { balance, creditLimit, creditLimitExpiresAt, reserved, available, currency } = client;
  const holdsSome = moneySign(reserved) !== 0;
  return (
    <Box
      component="dl"
      aria-label={text('ra_clientele.finance.account')}
      sx={{ display: 'grid', gap: 1, margin: 0, marginTop: 1 }}
    >
      <Figure name={text('ra_clientele.finance.balance')} amount={balance} currency={currency} />
      <Figure
        name={text('ra_clientele.finance.credit')}
        amount={creditLimit}
        currency={currency}
        hint={
          creditLimitExpiresAt ? (
            <LimitEndText client={client} instant={creditLimitExpiresAt} />
          ) : (
            text('ra_clientele.finance.creditHint')
          )
        }
      />
      {holdsSome && (
        <Figure
          name={text('ra_clientele.finance.reserved')}
          amount={reserved}
          currency={currency}
          hint={text('ra_clientele.finance.reservedHint')}
        />
      )}
      <Figure
        name={text('ra_clientele.finance.available')}
        amount={available}
        currency={currency}
        hint={text(`ra_clientele.finance.${holdsSome ? 'availableHintReserved' : 'availableHint'}`)}
      />
    </Box>
  );
}
