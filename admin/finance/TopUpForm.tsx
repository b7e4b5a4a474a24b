import { useState } from 'react';
import type { Client } from '../../schema/clients.ts';
import { MoneyInput } from '../common/MoneyInput.tsx';
import { useMoney } from '../common/useMoney.ts';
import { useMoneyDraft } from '../common/useMoneyDraft.ts';
import { useText } from '../i18n/useText.ts';
import { CommentInput } from './entry/CommentInput.tsx';
import { ConfirmEntry } from './entry/ConfirmEntry.tsx';
import type { Outcome } from './entry/EntryOutcome.tsx';
import { EntryPanel } from './entry/EntryPanel.tsx';
import { PreviewLine } from './entry/PreviewLine.tsx';
import { useEntry } from './entry/useEntry.ts';
import { usePreview, type Entry } from './entry/usePreview.ts';
import { useSavedWords, type SavedEntry } from './entry/useSavedWords.ts';
import { useSettled } from './entry/useSettled.ts';

/** Puts money into the account: `<TopUpForm client={client} />`. */
export function TopUpForm({ client }: { client: Client }) {
  const text = useText();
  const money = useMoney();
  const savedWords = useSavedWords();
  const draft = useMoneyDraft();
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const { id: clientId, currency } = client;
  const entryOf = (amount?: string): Entry | undefined =>
    amount === undefined ? undefined : { clientId, kind: 'top_up', amount };
  const entry = entryOf(draft.amount);
  const saving = useEntry<SavedEntry>('transactions', {
    fields: ['amount', 'comment'],
    onSaved: (saved) => {
      setOutcome(savedWords(saved));
      draft.clear();
      setComment('');
      setAsked(false);
    },
    onRefused: () => setAsked(false),
  });
  const held = saving.isPending || saving.unknown;
  const preview = usePreview(entryOf(useSettled(draft.amount)), { held });
  const changing = (set: (typed: string) => void) =>
    saving.changing((typed: string) => {
      setOutcome(undefined);
      set(typed);
    });

  return (
    <EntryPanel
      title={text('ra_clientele.finance.topUp')}
      preview={<PreviewLine {...preview} />}
      outcome={outcome}
      refused={saving.error}
      onSave={() => {
        draft.settle();
        if (entry) setAsked(true);
      }}
    >
      <MoneyInput
        required
        label={text('resources.transactions.fields.amount')}
        currency={currency}
        draft={{ ...draft, type: changing(draft.type) }}
        error={saving.errors.amount}
      />
      <CommentInput
        label={text('ra_clientele.entry.comment')}
        value={comment}
        error={saving.errors.comment}
        onChange={changing(setComment)}
      />
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
            saving.dismiss();
            setAsked(false);
          }}
        />
      )}
    </EntryPanel>
  );
}
