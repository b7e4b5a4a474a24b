import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { MoneyText } from '../common/MoneyText.tsx';

/**
 * One amount of an account with its name: a pair inside a `<dl>`.
 *
 * @example <Figure name="Balance" amount={client.balance} currency={client.currency} />
 */
export function Figure({ name, amount, currency, hint }: FigureProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        justifyContent: 'space-between',
        columnGap: 2,
      }}
    >
      <Typography component="dt" variant="body2" color="text.secondary">
        {name}
      </Typography>
      <Box component="dd" sx={{ margin: 0, marginLeft: 'auto', textAlign: 'right' }}>
        <MoneyText variant="h6" amount={amount} currency={currency} />
        {hint && (
          <Typography variant="caption" component="div" color="text.secondary">
            {hint}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

export interface FigureProps {
  name: string;
  /** A decimal string. */
  amount: string;
  currency: string;
  /** What the amount means, in a few words. */
  hint?: ReactNode;
}
