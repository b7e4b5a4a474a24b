import { Typography } from '@mui/material';
import type { Client } from '../../../schema/clients.ts';
import { InstantText } from '../../common/InstantText.tsx';
import { useMoney } from '../../common/useMoney.ts';
import { TextWith } from '../../i18n/TextWith.tsx';
import { useText } from '../../i18n/useText.ts';
import { useLimitAfter } from './useLimitAfter.ts';

/**
 * When a temporary limit ends, and which one holds then: until 31 Dec 2026, 23:59, then 0.00 EUR.
 *
 * @example <LimitEndText client={client} instant={client.creditLimitExpiresAt} />
 */
export function LimitEndText({ client, instant }: LimitEndTextProps) {
  const text = useText();
  const money = useMoney();
  const after = useLimitAfter(client);
  return (
    <Typography component="span" variant="inherit">
      <TextWith message="ra_clientele.limits.untilInstant" name="instant">
        <InstantText instant={instant} timeZone={client.timeZone} />
      </TextWith>
      {after !== undefined &&
        text('ra_clientele.limits.afterwards', { amount: money(after, client.currency) })}
    </Typography>
  );
}

export interface LimitEndTextProps {
  client: Client;
  /** ISO 8601 */
  instant: string;
}
