import { Box } from '@mui/material';
import { useFormatLocale } from './useFormatters.ts';
import { ageOf } from './age.ts';
import { useNow } from './useNow.ts';

/** How long ago an instant was, "3 days ago"; never without the date beside it. */
export function AgeText({ instant }: { instant: string }) {
  const locale = useFormatLocale();
  const { value, unit } = ageOf(instant, useNow());
  // "This minute", where "0 minutes ago" reads like a fault.
  const numeric = value === 0 ? 'auto' : 'always';
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {new Intl.RelativeTimeFormat(locale, { numeric }).format(-value, unit)}
    </Box>
  );
}
