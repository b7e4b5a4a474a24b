import { Box } from '@mui/material';
import { MoneyText } from '../../common/MoneyText.tsx';
import { useText } from '../../i18n/useText.ts';
import { ArrowTo } from './ArrowTo.tsx';
import type { Movement } from './movements.ts';

/**
 * One amount before and after, in a line: Balance 12.50 → 112.50 EUR; in two where there is no
 * room. A pair inside a `<dl>`.
 *
 * @example <MovementText name="balance" before="12.5" after="112.5" currency="EUR" />
 */
export function MovementText({ name, before, after, currency }: MovementTextProps) {
  const text = useText();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75 }}>
      <Box component="dt" sx={{ color: 'text.secondary', minWidth: '4.5em' }}>
        {text(`ra_clientele.finance.${name}`)}
      </Box>
      <Box component="dd" sx={VALUES}>
        {/* Arrows below each other, where there is room. */}
        <MoneyText amount={before} sx={{ minWidth: { sm: '6em' }, textAlign: 'right' }} />
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
          <ArrowTo />
          <MoneyText amount={after} currency={currency} sx={{ fontWeight: 600 }} />
        </Box>
      </Box>
    </Box>
  );
}

export interface MovementTextProps extends Movement {
  currency: string;
}

const VALUES = { m: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75 };
