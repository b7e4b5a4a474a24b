import UndoIcon from '@mui/icons-material/Undo';
import { Box } from '@mui/material';
import type { Transaction } from '../../schema/transactions.ts';
import { TextWith } from '../i18n/TextWith.tsx';
import { TransactionLink } from './TransactionLink.tsx';

/**
 * The row that a transaction refunds or reverses, and the one that reverses it, as links. Nothing
 * for a row that stands on its own.
 *
 * @example <TransactionRelations of={row} />
 */
export function TransactionRelations({ of: transaction }: { of: Transaction }) {
  const { kind, reversesId, reversedById } = transaction;
  return (
    <>
      {reversesId && (
        <span>
          <TextWith
            message={`ra_clientele.ledger.${kind === 'refund' ? 'refundOf' : 'reversalOf'}`}
            name="transaction"
          >
            <TransactionLink id={reversesId} />
          </TextWith>
        </span>
      )}
      {reversedById && (
        <Box component="span" sx={{ color: 'warning.main', fontWeight: 500 }}>
          <UndoIcon aria-hidden sx={{ fontSize: '1.1em', verticalAlign: '-0.2em', mr: 0.5 }} />
          <TextWith message="ra_clientele.ledger.reversedBy" name="transaction">
            <TransactionLink id={reversedById} />
          </TextWith>
        </Box>
      )}
    </>
  );
}
