import { useState } from 'react';
import type { Transaction } from '../../schema/transactions.ts';
import { useText } from '../i18n/useText.ts';
import { CommentInput } from './entry/CommentInput.tsx';
import { ConfirmEntry } from './entry/ConfirmEntry.tsx';
import { useEntry } from './entry/useEntry.ts';
import { useTellSaved } from './entry/useTellSaved.ts';
import type { SavedEntry } from './entry/useSavedWords.ts';

/** Takes a transaction back by one of the opposite amount, with a reason. */
export function ReverseDialog({ transaction, onClose, onReversed }: ReverseDialogProps) {
  const text = useText();
  const tellSaved = useTellSaved();
  const [reason, setReason] = useState('');
  const { id: reversesId, clientId } = transaction;
  const saving = useEntry<SavedEntry>('transactions', {
    fields: ['comment'],
    onSaved: (saved) => {
      tellSaved(saved);
      onReversed();
    },
  });
  return (
    <ConfirmEntry
      danger
      title={text('ra_clientele.entry.reverseTitle', { transaction: reversesId })}
      action={text('ra_clientele.entry.reverse')}
      entry={{ clientId, kind: 'reversal', reversesId }}
      saving={saving}
      ready={reason.trim() !== ''}
      onConfirm={() =>
        saving.save({ clientId, kind: 'reversal', reversesId, comment: reason.trim() })
      }
      onClose={onClose}
    >
      <CommentInput
        required
        label={text('ra_clientele.entry.reason')}
        hint={text('ra_clientele.entry.reverseHint')}
        value={reason}
        error={saving.errors.comment}
        onChange={saving.changing(setReason)}
      />
    </ConfirmEntry>
  );
}

export interface ReverseDialogProps {
  transaction: Transaction;
  onClose: () => void;
  onReversed: () => void;
}

/** Whether a transaction can be taken back: once, and neither a reversal nor a refund itself. */
export function isReversible({ kind, reversedById }: Pick<Transaction, 'kind' | 'reversedById'>) {
  return kind !== 'reversal' && kind !== 'refund' && reversedById === null;
}
