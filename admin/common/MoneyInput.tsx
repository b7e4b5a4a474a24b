import { InputAdornment, TextField } from '@mui/material';
import type { Ref } from 'react';
import { useText } from '../i18n/useText.ts';
import { moneyExample } from './moneySigns.ts';
import { useFormatLocale } from './useFormatters.ts';
import type { MoneyDraft } from './useMoneyDraft.ts';

/**
 * An amount, typed in the locale's way: `1 250,50` or `1,250.50`. What is wrong with it is told
 * when the field is left.
 *
 * @example <MoneyInput label="Amount" currency="EUR" draft={useMoneyDraft()} />
 */
export function MoneyInput({
  label,
  currency,
  draft,
  error,
  hint,
  required = false,
  inputRef,
}: MoneyInputProps) {
  const text = useText();
  const locale = useFormatLocale();
  const { fault } = draft;
  const told = fault
    ? text(`ra_clientele.money.fault.${fault}`, { example: moneyExample(locale) })
    : error;
  return (
    <TextField
      size="small"
      margin="none"
      label={label}
      required={required}
      value={draft.text}
      error={Boolean(told)}
      helperText={told ?? hint}
      inputRef={inputRef}
      onChange={(event) => draft.type(event.target.value)}
      // An empty field is no fault yet: its owner may be on the way to another form.
      onBlur={() => draft.text.trim() !== '' && draft.settle()}
      slotProps={{
        input: { endAdornment: <InputAdornment position="end">{currency}</InputAdornment> },
        // The browser's own bubble would speak before we do.
        htmlInput: { inputMode: 'decimal', autoComplete: 'off', required: false, maxLength: 40 },
        formHelperText: told ? { role: 'alert' } : {},
      }}
      sx={{ width: '100%', maxWidth: '17rem', '& input': { fontVariantNumeric: 'tabular-nums' } }}
    />
  );
}

export interface MoneyInputProps {
  label: string;
  currency: string;
  draft: MoneyDraft;
  /** What the server says is wrong with it. */
  error?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  inputRef?: Ref<HTMLInputElement> | undefined;
}
