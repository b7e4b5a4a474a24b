import { Box, Stack } from '@mui/material';
import { AccountFacts } from './AccountFacts.tsx';
import { AcquisitionFacts } from './AcquisitionFacts.tsx';
import { CompanyFacts } from './CompanyFacts.tsx';
import { ContactFacts } from './ContactFacts.tsx';
import { SubscriptionForm } from './SubscriptionForm.tsx';

/** GENERAL INFO: everything known about the client, and its consent to mailings. */
export function GeneralTab() {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
        alignItems: 'start',
        gap: 2,
        pt: 2,
        maxWidth: '80rem',
      }}
    >
      <Stack sx={{ gap: 2 }}>
        <CompanyFacts />
        <ContactFacts />
        <SubscriptionForm />
      </Stack>
      <Stack sx={{ gap: 2 }}>
        <AccountFacts />
        <AcquisitionFacts />
      </Stack>
    </Box>
  );
}
