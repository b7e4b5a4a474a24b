import ArrowIcon from '@mui/icons-material/ArrowRightAlt';
import { Box, Skeleton } from '@mui/material';
import { Fragment } from 'react';
import { ErrorState } from '../../common/ErrorState.tsx';
import { MoneyText } from '../../common/MoneyText.tsx';
import { useText } from '../../i18n/useText.ts';
import type { EntryPreview } from './usePreview.ts';

/**
 * The account before and after an entry: the balance or the credit that it changes, and what may
 * be spent.
 *
 * @example <Consequence {...usePreview(entry)} />
 */
export function Consequence({ preview, error, isFetching, refetch }: EntryPreview) {
  const text = useText();
  if (error && !isFetching) {
    return (
      <ErrorState
        title={text('ra_clientele.entry.previewFailed')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  const credit = preview && preview.creditLimit !== preview.creditLimitAfter;
  const pairs = [
    credit
      ? (['credit', preview.creditLimit, preview.creditLimitAfter] as const)
      : (['balance', preview?.balance, preview?.balanceAfter] as const),
    ['available', preview?.available, preview?.availableAfter] as const,
  ];
  return (
    <Box component="dl" aria-busy={isFetching} sx={GRID}>
      {pairs.map(([name, before, after]) => (
        <Fragment key={name}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {text(`ra_clientele.finance.${name}`)}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {preview ? <MoneyText amount={before} currency={preview.currency} /> : <Skeleton />}
          </Box>
          <Box component="dd" sx={{ m: 0, display: 'flex', alignItems: 'center', gap: 1 }}>
            <ArrowIcon fontSize="small" aria-hidden sx={{ color: 'text.secondary' }} />
            {preview ? (
              <MoneyText amount={after} currency={preview.currency} sx={{ fontWeight: 600 }} />
            ) : (
              <Skeleton width="8ch" />
            )}
          </Box>
        </Fragment>
      ))}
    </Box>
  );
}

const GRID = {
  display: 'grid',
  gridTemplateColumns: 'auto auto 1fr',
  alignItems: 'center',
  columnGap: 1,
  rowGap: 0.5,
  m: 0,
  px: 1.5,
  py: 1,
  borderRadius: 1,
  bgcolor: 'action.hover',
  typography: 'body2',
};
