import { Box, Paper, Typography } from '@mui/material';
import { InstantText } from '../common/InstantText.tsx';
import { useText } from '../i18n/useText.ts';
import { ClientCardAmounts } from './ClientCardAmounts.tsx';
import { ClientLink } from './ClientLink.tsx';
import { ClientStatusChip } from './ClientStatusChip.tsx';
import { useClient } from './useClient.ts';

/** One client of the list as a card, with everything that the row of the table has. */
export function ClientCard() {
  const text = useText();
  const { id, login, company, name, lastLoginAt, channel, channelSource } = useClient();
  return (
    <Paper component="li" variant="outlined" sx={CARD}>
      <Box sx={LINE}>
        <Typography variant="subtitle2" component="span" noWrap>
          <ClientLink>{company || login}</ClientLink>
        </Typography>
        <ClientStatusChip />
      </Box>
      <Typography variant="body2" noWrap>
        {[id, login, name].filter(Boolean).join(' / ')}
      </Typography>
      <Box sx={{ ...LINE, typography: 'caption', color: 'text.secondary' }}>
        <Typography variant="inherit" component="span" noWrap>
          {[channel, channelSource].filter(Boolean).join(' / ')}
        </Typography>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {text('ra_clientele.list.lastLogin')} <InstantText instant={lastLoginAt} />
        </Box>
      </Box>
      <ClientCardAmounts />
    </Paper>
  );
}

const CARD = {
  position: 'relative',
  minWidth: 0,
  px: 2,
  py: 1.5,
  '&:hover': { bgcolor: 'action.hover' },
} as const;

const LINE = { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 };
