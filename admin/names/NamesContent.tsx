import BadgeIcon from '@mui/icons-material/BadgeOutlined';
import { Box, Paper, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useListContext } from 'react-admin';
import type { SenderName } from '../../schema/sender-names.ts';
import { CompactTable } from '../common/CompactTable.tsx';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { nameColumns } from './nameColumns.ts';
import { NameCards } from './NameCards.tsx';

/** The client's names found, or why there are none to see. */
export function NamesContent() {
  const { data, total, error, refetch } = useListContext<SenderName>();
  const text = useText();
  const number = useNumber();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'), { noSsr: true });

  const failure = error && (
    <Box sx={{ pt: 2 }}>
      <ErrorState title={text('ra_clientele.names.failed')} error={error} onRetry={refetch} />
    </Box>
  );
  if (failure && !data) return failure;
  if (total === 0) {
    return (
      <Paper variant="outlined" sx={{ mt: 2 }}>
        <EmptyState
          icon={<BadgeIcon fontSize="inherit" />}
          title={text('ra_clientele.names.empty')}
          hint={text('ra_clientele.names.emptyHint')}
        />
      </Paper>
    );
  }
  return (
    <>
      {failure}
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', lineHeight: '2.5rem', minHeight: '2.5rem' }}
      >
        {total !== undefined && `${text('ra_clientele.common.total')} ${number(total)}`}
      </Typography>
      {narrow ? <NameCards /> : <CompactTable columns={nameColumns} />}
    </>
  );
}
