import { Chip, Link, Stack, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { InstantText } from '../common/InstantText.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useText } from '../i18n/useText.ts';
import { useMessagesPath } from '../messages/useMessagesPath.ts';
import { Fact } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';
import { useClient } from './useClient.ts';

/** The client's account with the platform. */
export function AccountFacts() {
  const text = useText();
  const pathTo = useMessagesPath();
  const client = useClient();
  return (
    <FactGroup name="account">
      <Fact field="registeredAt">
        <InstantText instant={client.registeredAt} timeZone={client.timeZone} />
      </Fact>
      <Fact field="lastLoginAt">
        <InstantText instant={client.lastLoginAt} timeZone={client.timeZone} />
      </Fact>
      <Fact field="loginAttempts">
        {client.loginAttempts} / {client.loginAttemptsLimit}
      </Fact>
      <Fact field="activation">{text(`ra_clientele.client.activation.${client.activation}`)}</Fact>
      <Fact field="smsPrice">
        <MoneyText amount={client.smsPrice} currency={client.currency} />{' '}
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
          {text('ra_clientele.client.perPart')}
        </Typography>
      </Fact>
      <Fact field="timeZone">{client.timeZone}</Fact>
      <Fact field="tags">
        {client.tags.length > 0 && (
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
            {client.tags.map((tag) => (
              <Chip key={tag} size="small" label={tag} />
            ))}
          </Stack>
        )}
      </Fact>
      <Fact field="detailedStatistics">
        <Link component={LinkBase} to={pathTo(client.id)}>
          {text('ra_clientele.client.openMessages')}
        </Link>
      </Fact>
    </FactGroup>
  );
}
