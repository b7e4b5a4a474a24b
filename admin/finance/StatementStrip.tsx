import { Box, Paper } from '@mui/material';
import type { Period } from '../../schema/period.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { STALE } from '../common/stale.ts';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';
import { StatementFigure } from './StatementFigure.tsx';
import { useStatement } from './useStatement.ts';

/**
 * The period as one sum, opening + debit - credit = closing, whatever part of its rows is shown.
 *
 * @example <StatementStrip clientId={12} period={period} />
 */
export function StatementStrip({ clientId, period }: StatementStripProps) {
  const text = useText();
  const day = useDay();
  const { statement, isStale, error, refetch } = useStatement(clientId, period);
  return (
    <Paper variant="outlined" sx={{ mb: 2, overflow: 'hidden' }}>
      {error && (
        <ErrorState
          title={text('ra_clientele.ledger.statementFailed')}
          error={error}
          onRetry={refetch}
        />
      )}
      {(statement || !error) && (
        <Box
          component="dl"
          aria-label={text('ra_clientele.ledger.statement')}
          aria-busy={!statement || isStale}
          sx={[STRIP, isStale && STALE]}
        >
          <StatementFigure
            name={text('ra_clientele.ledger.opening')}
            hint={text('ra_clientele.ledger.openingHint', { day: day(period.from) })}
            amount={statement?.opening}
            currency={statement?.currency}
          />
          <StatementFigure
            sign="+"
            name={text('resources.transactions.fields.debit')}
            hint={text('ra_clientele.ledger.in')}
            amount={statement?.debit}
            currency={statement?.currency}
          />
          <StatementFigure
            sign="−"
            name={text('resources.transactions.fields.credit')}
            hint={text('ra_clientele.ledger.out')}
            amount={statement?.credit}
            currency={statement?.currency}
          />
          <StatementFigure
            sign="="
            name={text('ra_clientele.ledger.closing')}
            hint={text('ra_clientele.ledger.closingHint', { day: day(period.to) })}
            amount={statement?.closing}
            currency={statement?.currency}
          />
        </Box>
      )}
    </Paper>
  );
}

export interface StatementStripProps {
  clientId: number;
  period: Period;
}

const STRIP = {
  display: 'flex',
  flexDirection: { xs: 'column', sm: 'row' },
  flexWrap: 'wrap',
  columnGap: 2,
  rowGap: 0.5,
  m: 0,
  px: 2,
  py: 1.25,
};
