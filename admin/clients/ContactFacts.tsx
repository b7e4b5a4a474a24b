import { Typography } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { EmailLink } from './EmailLink.tsx';
import { Fact } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';
import { useClient } from './useClient.ts';

/** Where the client is reached. */
export function ContactFacts() {
  const text = useText();
  const { email, notificationEmail, accountingEmail, managerId } = useClient();
  const noticesTo = notificationEmail ?? email;
  return (
    <FactGroup name="contacts">
      <Fact field="email">{email && <EmailLink address={email} />}</Fact>
      <Fact field="notificationEmail">
        {noticesTo && (
          <>
            <EmailLink address={noticesTo} />
            {!notificationEmail && (
              <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
                {` (${text('ra_clientele.client.sameAsEmail')})`}
              </Typography>
            )}
          </>
        )}
      </Fact>
      <Fact field="accountingEmail">
        {accountingEmail && <EmailLink address={accountingEmail} />}
      </Fact>
      <Fact field="managerId">{managerId}</Fact>
    </FactGroup>
  );
}
