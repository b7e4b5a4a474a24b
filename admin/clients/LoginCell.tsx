import { Box } from '@mui/material';
import { InstantText } from '../common/InstantText.tsx';
import { TwoLines } from '../common/TwoLines.tsx';
import { ClientLink } from './ClientLink.tsx';
import { useClient } from './useClient.ts';

/** The login and, under it, when it was last used. */
export function LoginCell() {
  const { login, lastLoginAt } = useClient();
  return (
    <ClientLink>
      <TwoLines
        first={login}
        second={
          <Box component="span" sx={{ position: 'relative', zIndex: 1 }}>
            <InstantText instant={lastLoginAt} />
          </Box>
        }
      />
    </ClientLink>
  );
}
