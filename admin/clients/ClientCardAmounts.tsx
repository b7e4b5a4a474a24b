import { Box, Typography } from '@mui/material';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';
import { useClient } from './useClient.ts';

/** The money of a client's card, in three columns that line up from card to card. */
export function ClientCardAmounts() {
  const text = useText();
  const client = useClient();
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr 1fr', columnGap: 1.5, m: 0, mt: 1 }}
    >
      {AMOUNTS.map((amount) => (
        <Box
          key={amount}
          sx={{ '&:not(:first-of-type)': { textAlign: 'right' }, whiteSpace: 'nowrap' }}
        >
          <Typography variant="caption" component="dt" sx={{ color: 'text.secondary' }}>
            {text(`resources.clients.fields.${amount}`)}, {client.currency}
          </Typography>
          <Typography variant="body2" component="dd" sx={{ m: 0 }}>
            <MoneyText amount={client[amount]} />
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

const AMOUNTS = ['smsPrice', 'balance', 'creditLimit'] as const;
