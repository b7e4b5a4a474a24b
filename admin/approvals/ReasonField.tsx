import { TextField } from '@mui/material';
import type { RefObject } from 'react';
import { useText } from '../i18n/useText.ts';

/** Why a top-up is rejected: `<ReasonField value={reason} onChange={setReason} inputRef={input} />`. */
export function ReasonField({ value, onChange, inputRef }: ReasonFieldProps) {
  const text = useText();
  return (
    <TextField
      required
      multiline
      fullWidth
      minRows={2}
      maxRows={6}
      margin="none"
      label={text('resources.top_up_requests.fields.reason')}
      helperText={text('ra_clientele.approvals.reasonHint')}
      value={value}
      inputRef={inputRef}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}

export interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  inputRef: RefObject<HTMLTextAreaElement | null>;
}
