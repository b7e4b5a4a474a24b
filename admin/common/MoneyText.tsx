import { Box, Typography, type TypographyProps } from '@mui/material';
import { Dash } from './Dash.tsx';
import { moneyParts } from './moneyParts.ts';
import { useFormatLocale } from './useFormatters.ts';

/**
 * An amount of money with the same precision everywhere. Below zero it takes the error colour,
 * zero and the zeros after the second decimal stay quiet.
 *
 * @example <MoneyText amount="-1250.500000" currency="EUR" />
 */
export function MoneyText({ amount, currency, sx, ...rest }: MoneyTextProps) {
  const locale = useFormatLocale();
  if (amount == null) return <Dash />;
  const { digits, zeros, sign } = moneyParts(amount, locale);
  return (
    <Typography
      component="span"
      variant="inherit"
      {...rest}
      sx={[
        { color: COLOURS[sign], fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      {digits}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {zeros}
      </Box>
      {currency && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.85em' }}>
          {` ${currency}`}
        </Box>
      )}
    </Typography>
  );
}

const COLOURS = { [-1]: 'error.main', 0: 'text.secondary', 1: 'text.primary' } as const;

export interface MoneyTextProps extends Omit<TypographyProps, 'children' | 'component'> {
  /** A decimal string; null or undefined shows a dash. */
  amount: string | null | undefined;
  /** ISO 4217; left out where the column already names it. */
  currency?: string;
}
