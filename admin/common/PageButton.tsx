import { IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useListPaginationContext, useTranslate } from 'react-admin';

/** One of the pager's arrows: `<PageButton name="next" to={page + 1}>…</PageButton>`. */
export function PageButton({ name, to, disabled, children }: PageButtonProps) {
  const translate = useTranslate();
  const { setPage } = useListPaginationContext();
  const label = translate(`ra.navigation.${name}`);
  return (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => setPage(to)}
    >
      {children}
    </IconButton>
  );
}

export interface PageButtonProps {
  /** Completes `ra.navigation.…`, which every language of react-admin has. */
  name: 'first' | 'previous' | 'next' | 'last';
  to: number;
  disabled: boolean;
  children: ReactNode;
}
