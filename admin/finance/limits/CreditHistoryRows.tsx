import { Box, Typography } from '@mui/material';
import type { Client } from '../../../schema/clients.ts';
import type { CreditLimit } from '../../../schema/credit-limits.ts';
import { InstantText } from '../../common/InstantText.tsx';
import { MoneyText } from '../../common/MoneyText.tsx';
import { ArrowTo } from '../entry/ArrowTo.tsx';
import { TextWith } from '../../i18n/TextWith.tsx';
import { useText } from '../../i18n/useText.ts';

/** The changes of a credit limit, one below the other: from what to what, when, by whom and why. */
export function CreditHistoryRows({ limits, client }: CreditHistoryRowsProps) {
  const text = useText();
  const { currency, timeZone } = client;
  return (
    <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {limits.map((limit) => (
        <Box component="li" key={limit.id} sx={ROW}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75 }}>
            <MoneyText amount={limit.previousAmount} />
            <ArrowTo />
            <MoneyText amount={limit.amount} currency={currency} sx={{ fontWeight: 600 }} />
            {limit.expiresAt && (
              <span>
                <TextWith message="ra_clientele.limits.untilInstant" name="instant">
                  <InstantText instant={limit.expiresAt} timeZone={timeZone} />
                </TextWith>
              </span>
            )}
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {limit.actor === 'system' ? text('ra_clientele.limits.ended') : limit.reason}
          </Typography>
          <Box sx={{ typography: 'caption', color: 'text.secondary', textAlign: { sm: 'right' } }}>
            <InstantText instant={limit.setAt} timeZone={timeZone} />
            <div>
              {limit.actor}
              {limit.notify && ` · ${text('ra_clientele.limits.notified')}`}
            </div>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

export interface CreditHistoryRowsProps {
  limits: readonly CreditLimit[];
  client: Client;
}

const ROW = {
  display: 'grid',
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: 'minmax(14rem, 1fr) minmax(0, 1fr) auto' },
  columnGap: 2,
  paddingY: 1,
  borderBottom: 1,
  borderColor: 'divider',
  typography: 'body2',
  '&:last-of-type': { borderBottom: 0 },
};
