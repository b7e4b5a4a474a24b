import { Box } from '@mui/material';
import { useNumber } from '../common/useFormatters.ts';

/**
 * Messages with their parts in brackets, "1,234 (1,456)". In a column the brackets are as wide as
 * the table's widest, `--parts`, so that both numbers stand under each other.
 *
 * @example <CountWithParts messages={1234} parts={1456} />
 */
export function CountWithParts({ messages, parts }: CountWithPartsProps) {
  const number = useNumber();
  return (
    <Box
      component="span"
      sx={{
        fontVariantNumeric: 'tabular-nums',
        color: messages === 0 ? 'text.secondary' : 'text.primary',
      }}
    >
      {number(messages)}{' '}
      <Box
        component="span"
        sx={{
          display: 'inline-block',
          minWidth: 'var(--parts, 0)',
          textAlign: 'right',
          color: 'text.secondary',
        }}
      >
        ({number(parts)})
      </Box>
    </Box>
  );
}

export interface CountWithPartsProps {
  messages: number;
  parts: number;
}
