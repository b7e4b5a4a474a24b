import { Box, Button, Skeleton } from '@mui/material';
import type { Period } from '../../schema/period.ts';
import type { TransactionKind } from '../../schema/transactions.ts';
import { MoneyText } from '../common/MoneyText.tsx';
import { STALE } from '../common/stale.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useStatement } from './useStatement.ts';

/**
 * What the chosen kinds come to: "Shown: 12 transactions, debit 0.00, credit 120.30 EUR".
 *
 * @example <ShownSums clientId={12} period={period} kinds={['charge']} />
 */
export function ShownSums({ clientId, period, kinds }: ShownSumsProps) {
  const text = useText();
  const number = useNumber();
  const { statement, isStale, error, refetch } = useStatement(clientId, period, kinds);
  if (error && !statement) {
    return (
      <Box role="alert" sx={LINE}>
        {text('ra_clientele.ledger.shownFailed')}{' '}
        <Button size="small" onClick={() => refetch()}>
          {text('ra_clientele.common.retry')}
        </Button>
      </Box>
    );
  }
  if (!statement) return <Skeleton width="24rem" sx={{ ...LINE, maxWidth: '100%' }} />;
  const { transactions, debit, credit, currency } = statement;
  return (
    <Box aria-live="polite" aria-busy={isStale} sx={[LINE, isStale && STALE]}>
      {text('ra_clientele.ledger.shown', {
        smart_count: transactions,
        number: number(transactions),
      })}
      {', '}
      {text('ra_clientele.ledger.shownDebit')} <MoneyText amount={debit} currency={currency} />
      {', '}
      {text('ra_clientele.ledger.shownCredit')} <MoneyText amount={credit} currency={currency} />
    </Box>
  );
}

export interface ShownSumsProps {
  clientId: number;
  period: Period;
  /** At least one. */
  kinds: readonly TransactionKind[];
}

const LINE = { typography: 'body2', color: 'text.secondary', mb: 1 };
