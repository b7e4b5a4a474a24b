import { useState } from 'react';
import type { Client } from '../../schema/clients.ts';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import { instantIn } from '../../schema/period.ts';
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
import { useSettled } from './entry/useSettled.ts';
import { CreditHistory } from './limits/CreditHistory.tsx';
import { LimitEndInput } from './limits/LimitEndInput.tsx';
import { LimitFacts, recipientOf } from './limits/LimitFacts.tsx';
import { NotifyInput } from './limits/NotifyInput.tsx';
import { useLimitEnd } from './limits/useLimitEnd.ts';

/** Replaces the credit limit, for good or until an end: `<CreditForm client={client} />`. */
export function CreditForm({ client }: { client: Client }) {
  const text = useText();
  const money = useMoney();
  const draft = useMoneyDraft({ zero: true });
  const end = useLimitEnd();
  const [reason, setReason] = useState('');
  const [wanted, setWanted] = useState(false);
  const [asked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const { id: clientId, currency, timeZone } = client;
  const entryOf = (amount?: string): Entry | undefined =>
    amount === undefined ? undefined : { clientId, kind: 'credit_limit', amount };
  const entry = entryOf(draft.amount);
  const notify = wanted && recipientOf(client) !== null;
  const expiresAt = end.value ? instantIn(timeZone, end.value).toISOString() : null;
  const saving = useEntry<CreditLimit>('credit_limits', {
    fields: ['amount', 'expiresAt', 'reason'],
    onSaved: ({ amount }) => {
      const message = text('ra_clientele.entry.limitSaved', { amount: money(amount, currency) });
      setOutcome({ type: 'success', message });
      draft.clear();
      end.clear();
      setReason('');
      setWanted(false);
      setAsked(false);
    },
    onRefused: () => setAsked(false),
  });
  const held = saving.isPending || saving.unknown;
  const preview = usePreview(entryOf(useSettled(draft.amount)), { held });
  const changing = <Value,>(set: (value: Value) => void) =>
    saving.changing((value: Value) => {
      setOutcome(undefined);
      set(value);
    });

  return (
    <EntryPanel
      title={text('ra_clientele.finance.setCredit')}
      aside={<CreditHistory client={client} />}
      preview={<PreviewLine {...preview} />}
      outcome={outcome}
      refused={saving.error}
      onSave={() => {
        draft.settle();
        if (end.settle() && entry) setAsked(true);
      }}
    >
      <MoneyInput
        required
        label={text('ra_clientele.entry.newLimit')}
        currency={currency}
        draft={{ ...draft, type: changing(draft.type) }}
        error={saving.errors.amount}
      />
      <LimitEndInput
        end={{ ...end, type: changing(end.type) }}
        timeZone={timeZone}
        error={saving.errors.expiresAt}
      />
      <CommentInput
        label={text('ra_clientele.entry.reason')}
        value={reason}
        error={saving.errors.reason}
        onChange={changing(setReason)}
      />
      <NotifyInput client={client} checked={wanted} onChange={changing(setWanted)} />
      {asked && entry && (
        <ConfirmEntry
          title={text('ra_clientele.entry.limitTitle', {
            amount: money(entry.amount ?? '', currency),
            client: clientId,
          })}
          action={text('ra_clientele.finance.setCredit')}
          entry={entry}
          saving={saving}
          onConfirm={() =>
            saving.save({
              clientId,
              amount: draft.amount,
              notify,
              expiresAt,
              reason: reason.trim() || null,
            })
          }
          onClose={() => {
            saving.dismiss();
            setAsked(false);
          }}
        >
          <LimitFacts client={client} expiresAt={expiresAt} notify={notify} />
        </ConfirmEntry>
      )}
    </EntryPanel>
  );
}
