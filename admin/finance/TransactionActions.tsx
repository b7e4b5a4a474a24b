import MoreIcon from '@mui/icons-material/MoreVert';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useCanAccess } from 'react-admin';
import type { Transaction } from '../../schema/transactions.ts';
import { useText } from '../i18n/useText.ts';
import { isReversible, ReverseDialog } from './ReverseDialog.tsx';

/** What can be done with a row of the ledger, as a menu; nothing where nothing can. */
export function TransactionActions({ of: transaction }: { of: Transaction }) {
  const text = useText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [reversing, setReversing] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'transactions', action: 'reverse' });
  const close = () => setReversing(false);
  if (!reversing && !(canAccess && isReversible(transaction))) return null;
  return (
    <>
      <IconButton
        size="small"
        aria-label={text('ra_clientele.ledger.actionsOf', { id: transaction.id })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
        // As high as the line it stands in.
        sx={{ marginY: -0.75 }}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem
          dense
          onClick={() => {
            setAnchor(null);
            setReversing(true);
          }}
        >
          {text('ra_clientele.entry.reverseOpen')}
        </MenuItem>
      </Menu>
      {reversing && <ReverseDialog transaction={transaction} onClose={close} onReversed={close} />}
    </>
  );
}
