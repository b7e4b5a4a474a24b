import { Stack, Typography } from '@mui/material';
import { SortButton, useListContext } from 'react-admin';
import { VISUALLY_HIDDEN } from '../common/visuallyHidden.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';

/** The name of the list of messages around it and how many there are. */
export function MessagesHeading({ narrow }: { narrow: boolean }) {
  const text = useText();
  const number = useNumber();
  const { total } = useListContext();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 2, mb: 1 }}>
      {/* The menu of a narrow screen shows the name already, right above. */}
      <Typography variant="h6" component="h2" sx={narrow ? VISUALLY_HIDDEN : undefined}>
        {text('ra_clientele.messages.title')}
      </Typography>
      {total !== undefined && (
        <Typography variant="body2" color="text.secondary" aria-live="polite">
          {text('ra_clientele.messages.count', { smart_count: total, number: number(total) })}
        </Typography>
      )}
      {narrow && <SortButton fields={SORTS} sx={{ ml: 'auto' }} />}
    </Stack>
  );
}

const SORTS = ['sentAt', 'sender', 'recipient', 'status', 'parts', 'price'];
