import { Box, Paper, Skeleton, Typography } from '@mui/material';
import { RecordContextProvider, useListContext } from 'react-admin';
import type { SenderName } from '../../schema/sender-names.ts';
import { InstantField } from '../common/InstantField.tsx';
import { useText } from '../i18n/useText.ts';
import { NameStatus } from './NameStatus.tsx';
import { NameText } from './NameText.tsx';
import { NameType } from './NameType.tsx';
import { QuestionnaireText } from './QuestionnaireText.tsx';

/** The names where a table has no room. */
export function NameCards() {
  const text = useText();
  const { data, isPending } = useListContext<SenderName>();
  return (
    <Box
      component="ul"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 1,
        m: 0,
        p: 0,
        listStyle: 'none',
      }}
    >
      {isPending && <Skeleton component="li" variant="rounded" height={84} />}
      {data?.map((name) => (
        <RecordContextProvider key={name.id} value={name}>
          <Paper component="li" variant="outlined" sx={{ px: 2, py: 1.25 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <NameText />
              <NameStatus />
            </Box>
            <Typography variant="body2">
              <NameType /> · {text('resources.sender_names.fields.questionnaire')}:{' '}
              <QuestionnaireText />
            </Typography>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {text('resources.sender_names.fields.requestedAt')}:{' '}
              <InstantField source="requestedAt" />
            </Typography>
          </Paper>
        </RecordContextProvider>
      ))}
    </Box>
  );
}
