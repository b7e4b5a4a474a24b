import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { useTransactionPath } from './useTransactionPath.ts';

/** The number of a transaction as a link to all there is about it: `<TransactionLink id="12-7" />`. */
export function TransactionLink({ id, underline }: TransactionLinkProps) {
  const text = useText();
  const pathTo = useTransactionPath();
  return (
    <Link
      component={LinkBase}
      to={pathTo(id)}
      aria-label={text('ra_clientele.ledger.transaction', { id })}
      underline={underline}
      sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {id}
    </Link>
  );
}

export interface TransactionLinkProps {
  id: string;
  /** `hover` where the link stands alone, and nothing around it is mistaken for it. */
  underline?: 'hover' | undefined;
}
