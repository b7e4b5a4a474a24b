import { Typography } from '@mui/material';
import { InstantText } from '../common/InstantText.tsx';
import { useText } from '../i18n/useText.ts';
import { useClient } from './useClient.ts';

/** When and by whom the consent was last changed. */
export function SubscriptionChange() {
  const text = useText();
  const { smsSubscriptionChangedAt: at, smsSubscriptionChangedBy: by, timeZone } = useClient();
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {text('ra_clientele.client.subscription.hint')}
      <br />
      {at ? (
        <>
          {text('ra_clientele.client.subscription.changed')}:{' '}
          <InstantText instant={at} timeZone={timeZone} />
          {by && `, ${by}`}
        </>
      ) : (
        text('ra_clientele.client.subscription.neverChanged')
      )}
    </Typography>
  );
}
