import { Box, Typography } from '@mui/material';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';
import { useClient } from './useClient.ts';

/** What the client has, and what it may still spend. */
export function ClientAmounts() {
  const text = useText();
  const client = useClient();
  return (
    <Box
      component="dl"
      sx={{
        display: 'flex',
        gap: 3,
        m: 0,
        ml: { xs: 4.5, sm: 'auto' },
        textAlign: { sm: 'right' },
      }}
    >
      {AMOUNTS.map((amount) => (
        <div key={amount}>
          <Typography variant="caption" component="dt" sx={{ color: 'text.secondary' }}>
            {text(`resources.clients.fields.${amount}`)}
          </Typography>
          <Typography variant="subtitle2" component="dd" sx={{ m: 0, lineHeight: 1.3 }}>
            <MoneyText amount={client[amount]} currency={client.currency} />
          </Typography>
        </div>
      ))}
    </Box>
  );
}

const AMOUNTS = ['balance', 'available'] as const;
