import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import { instantIn } from '../../schema/period.ts';
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
import { useSettled } from './entry/useSettled.ts';
import { CreditHistory } from './limits/CreditHistory.tsx';
import { LimitEndInput } from './limits/LimitEndInput.tsx';

const EMPTY = { end: '', reason: '', notify: false };

/** Replaces the credit limit, for good or until an end: `<CreditForm client={client} />`. */
export function CreditForm({ client }: { client: Client }) {
  const text = useText();
  const money = useMoney();
  const notify = useNotify();
  const draft = useMoneyDraft({ zero: true });
  const [fields, setFields] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const { id: clientId, currency, timeZone } = client;
  const entryOf = (amount?: string): Entry | undefined =>
    amount === undefined ? undefined : { clientId, kind: 'credit_limit', amount };
  const entry = entryOf(draft.amount);
  const preview = usePreview(entryOf(useSettled(draft.amount)));
  const saving = useEntry<CreditLimit>('credit_limits', {
    onSaved: ({ amount }) => {
      notify(text('ra_clientele.entry.limitSaved', { amount: money(amount, currency) }), {
        type: 'success',
      });
      draft.clear();
      setFields(EMPTY);
      setAsked(false);
    },
    onRefused: () => setAsked(false),
  });
  const change = (changed: Partial<typeof EMPTY>) => {
    if (saving.error) saving.reset();
    setFields({ ...fields, ...changed });
  };
  const save = () =>
    saving.save({
      clientId,
      amount: draft.amount,
      notify: fields.notify,
      expiresAt: fields.end ? instantIn(timeZone, fields.end).toISOString() : null,
      reason: fields.reason.trim() || null,
    });

  return (
    <EntryPanel
      title={text('ra_clientele.finance.setCredit')}
      aside={<CreditHistory client={client} />}
      onSave={() => {
        draft.settle();
        if (entry) setAsked(true);
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, '& > *': { flex: '1 1 11rem' } }}>
        <MoneyInput
          required
          label={text('ra_clientele.entry.newLimit')}
          currency={currency}
          draft={{ ...draft, type: (typed) => (change({}), draft.type(typed)) }}
          error={saving.errors.amount}
        />
        <LimitEndInput
          value={fields.end}
          timeZone={timeZone}
          error={saving.errors.expiresAt}
          onChange={(end) => change({ end })}
        />
      </Box>
      <CommentInput
        label={text('ra_clientele.entry.reason')}
        value={fields.reason}
        error={saving.errors.reason}
        onChange={(reason) => change({ reason })}
      />
      <FormControlLabel
        label={text('ra_clientele.entry.notify')}
        slotProps={{ typography: { variant: 'body2' } }}
        sx={{ marginY: -0.75 }}
        control={
          <Checkbox
            size="small"
            checked={fields.notify}
            onChange={(event) => change({ notify: event.target.checked })}
          />
        }
      />
      <PreviewLine {...preview} />
      {asked && entry && (
        <ConfirmEntry
          title={text('ra_clientele.entry.limitTitle', {
            amount: money(entry.amount ?? '', currency),
            client: clientId,
          })}
          action={text('ra_clientele.finance.setCredit')}
          entry={entry}
          saving={saving}
          onConfirm={save}
          onClose={() => {
            saving.reset();
            setAsked(false);
          }}
        />
      )}
    </EntryPanel>
  );
}
