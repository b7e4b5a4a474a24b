import { Box, Paper, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';

/** Facts that belong together: `<FactGroup name="company"><Fact …/></FactGroup>`. */
export function FactGroup({ name, children }: FactGroupProps) {
  const text = useText();
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ px: 2, py: 1.5 }}>
      <Typography id={id} variant="subtitle2" component="h2" sx={{ pb: 1 }}>
        {text(`ra_clientele.client.groups.${name}`)}
      </Typography>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '8.5rem minmax(0, 1fr)', sm: '11rem minmax(0, 1fr)' },
          columnGap: 2,
          rowGap: 0.75,
          m: 0,
        }}
      >
        {children}
      </Box>
    </Paper>
  );
}

export interface FactGroupProps {
  name: 'company' | 'contacts' | 'account' | 'acquisition' | 'subscription';
  children: ReactNode;
}
