import { useState } from 'react';
import type { Client } from '../../schema/clients.ts';
import { MoneyInput } from '../common/MoneyInput.tsx';
import { useMoney } from '../common/useMoney.ts';
import { useMoneyDraft } from '../common/useMoneyDraft.ts';
import { useText } from '../i18n/useText.ts';
import { CommentInput } from './entry/CommentInput.tsx';
import { ConfirmEntry } from './entry/ConfirmEntry.tsx';
import { EntryPanel } from './entry/EntryPanel.tsx';
import { PreviewLine } from './entry/PreviewLine.tsx';
import { useEntry } from './entry/useEntry.ts';
import { usePreview, type Entry } from './entry/usePreview.ts';
import { useTellSaved, type SavedEntry } from './entry/useSaved.ts';
import { useSettled } from './entry/useSettled.ts';

/** Puts money into the account: `<TopUpForm client={client} />`. */
export function TopUpForm({ client }: { client: Client }) {
  const text = useText();
  const money = useMoney();
  const tellSaved = useTellSaved();
  const draft = useMoneyDraft();
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const { id: clientId, currency } = client;
  const entryOf = (amount?: string): Entry | undefined =>
    amount === undefined ? undefined : { clientId, kind: 'top_up', amount };
  const entry = entryOf(draft.amount);
  const preview = usePreview(entryOf(useSettled(draft.amount)));
  const saving = useEntry<SavedEntry>('transactions', {
    onSaved: (saved) => {
      tellSaved(saved);
      draft.clear();
      setComment('');
      setAsked(false);
    },
    onRefused: () => setAsked(false),
  });
  const change = () => saving.error && saving.reset();

  return (
    <EntryPanel
      title={text('ra_clientele.finance.topUp')}
      onSave={() => {
        draft.settle();
        if (entry) setAsked(true);
      }}
    >
      <MoneyInput
        required
        label={text('resources.transactions.fields.amount')}
        currency={currency}
        draft={{ ...draft, type: (typed) => (change(), draft.type(typed)) }}
        error={saving.errors.amount}
      />
      <CommentInput
        label={text('ra_clientele.entry.comment')}
        value={comment}
        error={saving.errors.comment}
        onChange={(typed) => (change(), setComment(typed))}
      />
      <PreviewLine {...preview} />
      {asked && entry && (
        <ConfirmEntry
          title={text('ra_clientele.entry.topUpTitle', {
            amount: money(entry.amount ?? '', currency),
            client: clientId,
          })}
          action={text('ra_clientele.entry.topUp')}
          entry={entry}
          saving={saving}
          onConfirm={() => saving.save({ ...entry, comment: comment.trim() || null })}
          onClose={() => {
            saving.reset();
            setAsked(false);
          }}
        />
      )}
    </EntryPanel>
  );
}
