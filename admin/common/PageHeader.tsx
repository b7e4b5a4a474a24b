import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';
import { stickyTop } from './stickyTop.ts';
import { usePublishedHeight } from './usePublishedHeight.ts';

/**
 * The title of a page below a list, with the way back to it. It stays in sight.
 *
 * @example <PageHeader title="12 / Acme" back="/clients" backLabel="Back to the clients" />
 */
export function PageHeader({ title, back, backLabel, children }: PageHeaderProps) {
  return (
    <Box
      component="header"
      ref={usePublishedHeight('--page-header-height')}
      sx={{
        ...stickyTop('background.default'),
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        py: 1,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
        <IconButton
          component={LinkBase}
          to={back}
          size="small"
          edge="start"
          aria-label={backLabel}
          title={backLabel}
        >
          <ArrowBackIcon fontSize="small" />
        </IconButton>
        <Typography variant="h6" component="h1" title={title} sx={TWO_LINES_AT_MOST}>
          {title}
        </Typography>
      </Box>
      {children}
    </Box>
  );
}

const TWO_LINES_AT_MOST = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: { xs: 2, sm: 1 },
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  lineHeight: 1.3,
  minWidth: 0,
} as const;

export interface PageHeaderProps {
  title: string;
  /** The path of the list. */
  back: string;
  backLabel: string;
  /** Marks and figures beside the title. */
  children?: ReactNode;
}
