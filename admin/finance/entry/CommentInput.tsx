import { TextField } from '@mui/material';
import type { Ref } from 'react';

/** What is noted with an entry: `<CommentInput label="Comment" value={comment} onChange={setComment} />`. */
export function CommentInput({
  label,
  value,
  onChange,
  error,
  hint,
  required = false,
  inputRef,
}: CommentInputProps) {
  return (
    <TextField
      size="small"
      margin="none"
      fullWidth
      multiline
      maxRows={4}
      label={label}
      required={required}
      value={value}
      error={Boolean(error)}
      helperText={error ?? hint}
      inputRef={inputRef}
      onChange={(event) => onChange(event.target.value)}
      // Enter saves, as in the other fields; Shift + Enter begins a new line.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        (event.target as HTMLTextAreaElement).form?.requestSubmit();
      }}
      slotProps={{
        htmlInput: { maxLength: 500, required: false },
        formHelperText: error ? { role: 'alert' } : {},
      }}
    />
  );
}

export interface CommentInputProps {
  label: string;
  value: string;
  onChange: (comment: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  inputRef?: Ref<HTMLTextAreaElement>;
}
