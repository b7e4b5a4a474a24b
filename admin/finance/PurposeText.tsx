import { Box, Typography } from '@mui/material';
import type { Transaction } from '../../schema/transactions.ts';
import { useText } from '../i18n/useText.ts';
import { MessagesLink } from './MessagesLink.tsx';
import { purposeOf } from './purpose.ts';
import { TransactionRelations } from './TransactionRelations.tsx';

/**
 * What a transaction was for, how much it paid for, what it takes back or what took it back, and
 * what was noted: `<PurposeText of={row} />`.
 */
export function PurposeText({ of: transaction }: { of: Transaction }) {
  const text = useText();
  const { key, options } = purposeOf(transaction);
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.75 }}>
        <span>{text(key, options)}</span>
        <MessagesLink of={transaction} />
        <TransactionRelations of={transaction} />
      </Box>
      {transaction.comment && (
        <Typography
          variant="caption"
          color="text.secondary"
          // People write comments in several lines.
          sx={{ display: 'block', maxWidth: '80ch', whiteSpace: 'pre-line' }}
        >
          {transaction.comment}
        </Typography>
      )}
    </Box>
  );
}
