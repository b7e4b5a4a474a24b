import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/**
 * Says what would be here, and what to do.
 *
 * @example <EmptyState icon={<InboxIcon />} title="No names yet" hint="They appear here." />
 */
export function EmptyState({ icon, title, hint, action }: EmptyStateProps) {
  return (
    <Stack role="status" sx={{ alignItems: 'center', textAlign: 'center', gap: 1, px: 2, py: 6 }}>
      {icon && (
        <Stack aria-hidden sx={{ color: 'text.secondary', fontSize: 40, lineHeight: 0 }}>
          {icon}
        </Stack>
      )}
      <Typography variant="subtitle1" component="p" sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      {hint && (
        <Typography
          variant="body2"
          sx={{ color: 'text.secondary', maxWidth: '56ch', textWrap: 'balance' }}
        >
          {hint}
        </Typography>
      )}
      {action}
    </Stack>
  );
}

export interface EmptyStateProps {
  /** An icon with `fontSize="inherit"`. */
  icon?: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
}
