import AdjustIcon from '@mui/icons-material/TuneOutlined';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useCanAccess } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { StatusChip } from '../common/StatusChip.tsx';
import { useText } from '../i18n/useText.ts';
import { AccountSummary } from './AccountSummary.tsx';
import { AdjustDialog } from './AdjustDialog.tsx';
import { BillingSettings } from './settings/BillingSettings.tsx';

/** The account: what is there, how it is charged, and what else can be done with it. */
export function AccountPanel({ client }: { client: Client }) {
  const text = useText();
  const heading = useId();
  const [open, setOpen] = useState<'adjust' | 'settings' | null>(null);
  const { canAccess: adjusts } = useCanAccess({ resource: 'transactions', action: 'adjust' });
  const { canAccess: edits } = useCanAccess({
    resource: 'clients',
    action: 'edit',
    record: client,
  });
  const { lowBalanceLevel, chargingPolicy } = client;
  return (
    <Paper component="section" variant="outlined" aria-labelledby={heading} sx={{ padding: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography id={heading} variant="subtitle2" component="h2">
          {text('ra_clientele.finance.account')}
        </Typography>
        {lowBalanceLevel !== 'ok' && (
          <StatusChip
            tone={lowBalanceLevel === 'critical' ? 'error' : 'warning'}
            label={text(`ra_clientele.billing.level.${lowBalanceLevel}`)}
          />
        )}
      </Stack>
      <AccountSummary client={client} />
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
        {text(`ra_clientele.billing.${chargingPolicy}`)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginTop: 1, marginLeft: -0.5 }}>
        {adjusts && (
          <Button size="small" startIcon={<AdjustIcon />} onClick={() => setOpen('adjust')}>
            {text('ra_clientele.entry.adjust')}
          </Button>
        )}
        {edits && (
          <Button size="small" startIcon={<SettingsIcon />} onClick={() => setOpen('settings')}>
            {text('ra_clientele.billing.title')}
          </Button>
        )}
      </Box>
      {open === 'adjust' && <AdjustDialog client={client} onClose={() => setOpen(null)} />}
      {open === 'settings' && <BillingSettings client={client} onClose={() => setOpen(null)} />}
    </Paper>
  );
}
