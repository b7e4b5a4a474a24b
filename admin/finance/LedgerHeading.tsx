import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { SortButton, useListContext } from 'react-admin';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';

/** The name of the ledger around it, how many rows it shows, and what can be done with them. */
export function LedgerHeading({ narrow, children }: LedgerHeadingProps) {
  const text = useText();
  const number = useNumber();
  const { total } = useListContext();
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2, mb: 1 }}>
      <Typography variant="h6" component="h2">
        {text('ra_clientele.finance.transactions')}
      </Typography>
      {total !== undefined && (
        <Typography variant="body2" color="text.secondary" aria-live="polite">
          {text('ra_clientele.common.total')} {number(total)}
        </Typography>
      )}
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, ml: 'auto' }}>
        {narrow && <SortButton fields={SORTS} />}
        {children}
      </Stack>
    </Stack>
  );
}

export interface LedgerHeadingProps {
  /** Whether the rows are cards, which have no column heads to sort by. */
  narrow: boolean;
  /** Buttons. */
  children?: ReactNode;
}

const SORTS = ['seq', 'amount'];
