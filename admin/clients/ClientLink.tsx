import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';
import { useClient } from './useClient.ts';
import { useClientPath } from './useClientPath.ts';

/**
 * The link of a row to its client: it covers the whole row, so that a click anywhere, a middle
 * click and the context menu all meet a real link.
 *
 * Texts that may be cut off lie above it as `part` links, because only so does their title show on
 * hover; the keyboard passes over them.
 *
 * @example <ClientLink part title={client.company}>{client.company}</ClientLink>
 */
export function ClientLink({ part = false, title, children }: ClientLinkProps) {
  const { id } = useClient();
  const pathOf = useClientPath();
  return (
    <Link
      component={LinkBase}
      to={pathOf(id)}
      state={SCROLL_TO_TOP}
      color="inherit"
      underline="none"
      title={title}
      {...(part ? PART : WHOLE)}
    >
      {children}
    </Link>
  );
}

const SCROLL_TO_TOP = { _scrollToTop: true };

const PART = {
  tabIndex: -1,
  noWrap: true,
  sx: { position: 'relative', zIndex: 1, minWidth: 0 },
} as const;

const WHOLE = {
  'data-row-link': true,
  sx: {
    outline: 'none',
    '&::after': { content: '""', position: 'absolute', inset: 0 },
    '&:focus-visible::after': {
      outline: '2px solid',
      outlineColor: 'primary.main',
      outlineOffset: -2,
    },
  },
} as const;

export interface ClientLinkProps {
  /** A text of the row that lies above the row's own link. */
  part?: boolean;
  title?: string;
  children: ReactNode;
}
