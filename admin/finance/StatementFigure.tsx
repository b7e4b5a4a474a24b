import { Box, Skeleton, Typography } from '@mui/material';
import { MoneyText } from '../common/MoneyText.tsx';

/**
 * One amount of a sum with its name and the sign before it: a pair inside a `<dl>`.
 *
 * @example <StatementFigure sign="+" name="Debit" amount="500.000000" currency="EUR" />
 */
export function StatementFigure({ sign, name, hint, amount, currency }: StatementFigureProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: { xs: 'baseline', sm: 'center' }, columnGap: 2 }}>
      {sign && (
        <Box
          aria-hidden
          sx={{ typography: 'body1', color: 'text.secondary', width: { xs: '1ch', sm: 'auto' } }}
        >
          {sign}
        </Box>
      )}
      <Box sx={FIGURE}>
        <Box component="dt" sx={{ typography: 'caption', color: 'text.secondary' }}>
          {name} {hint}
        </Box>
        <Typography component="dd" variant="subtitle1" sx={{ m: 0, lineHeight: 1.4 }}>
          {amount === undefined ? (
            <Skeleton width="9ch" />
          ) : (
            <MoneyText amount={amount} currency={currency} />
          )}
        </Typography>
      </Box>
    </Box>
  );
}

export interface StatementFigureProps {
  /** What is done with the amount; nothing for the first. */
  sign?: '+' | '−' | '=';
  name: string;
  /** What the name means, or of which day it is. */
  hint: string;
  /** undefined while it is being fetched. */
  amount: string | undefined;
  currency: string | undefined;
}

const FIGURE = {
  display: { xs: 'flex', sm: 'block' },
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: 2,
  flex: 1,
};
