import { Box, Typography } from '@mui/material';
import type { Transaction } from '../../schema/transactions.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { purposeOf } from './purpose.ts';

/** What a transaction was for, how much it paid for, and what was noted: `<PurposeText of={row} />`. */
export function PurposeText({ of: transaction }: { of: Transaction }) {
  const text = useText();
  const number = useNumber();
  const { messages, parts, comment } = transaction;
  const { key, options } = purposeOf(transaction);
  const counts = [
    messages != null &&
      text('ra_clientele.finance.purpose.messages', {
        smart_count: messages,
        number: number(messages),
      }),
    parts != null &&
      text('ra_clientele.finance.purpose.parts', { smart_count: parts, number: number(parts) }),
  ].filter(Boolean);
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
        <span>{text(key, options)}</span>
        {counts.length > 0 && (
          <Typography component="span" variant="inherit" color="text.secondary">
            {counts.join(', ')}
          </Typography>
        )}
      </Box>
      {comment && (
        <Typography
          variant="caption"
          color="text.secondary"
          // People write comments in several lines.
          sx={{ display: 'block', maxWidth: '80ch', whiteSpace: 'pre-line' }}
        >
          {comment}
        </Typography>
      )}
    </Box>
  );
}
