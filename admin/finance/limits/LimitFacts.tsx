import { Typography } from '@mui/material';
import type { Client } from '../../../schema/clients.ts';
import { useText } from '../../i18n/useText.ts';
import { LimitEndText } from './LimitEndText.tsx';

/** What goes with a new limit besides its amount: when it ends, and who is told of it. */
export function LimitFacts({ client, expiresAt, notify }: LimitFactsProps) {
  const text = useText();
  const recipient = recipientOf(client);
  if (!expiresAt && !notify) return null;
  return (
    <Typography variant="body2" component="div" sx={{ overflowWrap: 'anywhere' }}>
      {expiresAt && (
        <div>
          {text('ra_clientele.limits.holds')} <LimitEndText client={client} instant={expiresAt} />
        </div>
      )}
      {notify && recipient && <div>{text('ra_clientele.limits.mailTo', { recipient })}</div>}
    </Typography>
  );
}

export interface LimitFactsProps {
  client: Client;
  /** ISO 8601; null: it stays. */
  expiresAt: string | null;
  notify: boolean;
}

/** Where notices to a client go; null: it has no address. */
export const recipientOf = ({ notificationEmail, email }: Client): string | null =>
  notificationEmail ?? email;
