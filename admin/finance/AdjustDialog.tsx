import { MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import type { Client } from '../../schema/clients.ts';
import { MoneyInput } from '../common/MoneyInput.tsx';
import { useMoneyDraft } from '../common/useMoneyDraft.ts';
import { useText } from '../i18n/useText.ts';
import { adjustmentOf, ADJUSTMENT_KINDS, type AdjustmentKind } from './entry/adjustment.ts';
import { CommentInput } from './entry/CommentInput.tsx';
import { ConfirmEntry } from './entry/ConfirmEntry.tsx';
import { useEntry } from './entry/useEntry.ts';
import { useTellSaved } from './entry/useTellSaved.ts';
import type { SavedEntry } from './entry/useSavedWords.ts';
import { useSettled } from './entry/useSettled.ts';

/** Corrects a balance, gives a bonus or takes a fee, with a reason. */
export function AdjustDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const text = useText();
  const tellSaved = useTellSaved();
  const draft = useMoneyDraft();
  const [kind, setKind] = useState<AdjustmentKind>('adjustment');
  const [takes, setTakes] = useState(false);
  const [reason, setReason] = useState('');
  const saving = useEntry<SavedEntry>('transactions', {
    fields: ['amount', 'comment'],
    onSaved: (saved) => {
      tellSaved(saved);
      onClose();
    },
  });
  const settled = useSettled(draft.amount);
  const entry = adjustmentOf(client.id, kind, takes, settled);
  return (
    <ConfirmEntry
      title={text('ra_clientele.entry.adjustTitle', { client: client.id })}
      action={text('ra_clientele.entry.save')}
      entry={entry}
      saving={saving}
      ready={settled === draft.amount && (kind === 'bonus' || reason.trim() !== '')}
      onConfirm={() => saving.save({ ...entry, comment: reason.trim() || null })}
      onClose={onClose}
    >
      <TextField
        select
        size="small"
        margin="none"
        label={text('ra_clientele.ledger.kind')}
        value={kind}
        onChange={(event) => saving.changing(setKind)(event.target.value as AdjustmentKind)}
        sx={{ maxWidth: '15rem' }}
      >
        {ADJUSTMENT_KINDS.map((name) => (
          <MenuItem key={name} value={name}>
            {text(`ra_clientele.finance.purpose.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      {kind === 'adjustment' && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={takes ? 'take' : 'add'}
          aria-label={text('ra_clientele.entry.direction')}
          onChange={(_event, side: 'add' | 'take' | null) =>
            side && saving.changing(setTakes)(side === 'take')
          }
        >
          <ToggleButton value="add">{text('ra_clientele.entry.add')}</ToggleButton>
          <ToggleButton value="take">{text('ra_clientele.entry.take')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      <MoneyInput
        required
        label={text('resources.transactions.fields.amount')}
        currency={client.currency}
        draft={{ ...draft, type: saving.changing(draft.type) }}
        error={saving.errors.amount}
      />
      <CommentInput
        required={kind !== 'bonus'}
        label={text('ra_clientele.entry.reason')}
        value={reason}
        error={saving.errors.comment}
        onChange={saving.changing(setReason)}
      />
    </ConfirmEntry>
  );
}
