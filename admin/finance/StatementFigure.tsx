import { Box, Skeleton, Typography } from '@mui/material';
import { MoneyText } from '../common/MoneyText.tsx';

/**
 * One amount of a sum with its name and the sign before it: a pair inside a `<dl>`.
 *
 * @example <StatementFigure sign="+" name="Debit" amount="500.000000" currency="EUR" />
 */
export function StatementFigure({ sign, name, hint, amount, currency }: StatementFigureProps) {
  return (
    <Box sx={[FIGURE, sign !== undefined && SIGN]} data-sign={sign}>
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
  display: 'flex',
  flexDirection: { xs: 'row', sm: 'column' },
  alignItems: { xs: 'baseline', sm: 'flex-start' },
  justifyContent: 'space-between',
  columnGap: 2,
  position: 'relative',
  pl: { xs: 2.5, sm: 0 },
};

// Between the figures, or before their names where they stand one below the other.
const SIGN = {
  pl: { xs: 2.5, sm: 3.5 },
  '&::before': {
    content: 'attr(data-sign)',
    position: 'absolute',
    left: { xs: 0, sm: '4px' },
    top: { xs: 'auto', sm: '50%' },
    transform: { xs: 'none', sm: 'translateY(-50%)' },
    color: 'text.secondary',
  },
};
