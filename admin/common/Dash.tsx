import { Box } from '@mui/material';
import { useText } from '../i18n/useText.ts';

/** Stands where there is nothing to show: `{client.city ?? <Dash />}`. */
export function Dash() {
  const text = useText();
  return (
    <Box
      component="span"
      role="img"
      aria-label={text('ra_clientele.common.nothing')}
      sx={{ color: 'text.secondary' }}
    >
      –
    </Box>
  );
}
