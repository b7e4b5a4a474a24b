import { Button, Paper, Stack, Typography } from '@mui/material';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { EntryOutcome, type Outcome } from './EntryOutcome.tsx';
import { keepFocus } from './keepFocus.ts';
import { useFaultFocus } from './useFaultFocus.ts';

/**
 * A form beside the account: its heading, its fields, what comes of them, SAVE, and what became of
 * it. A field that is wrong gets the focus.
 */
export function EntryPanel({ title, aside, preview, outcome, ...rest }: EntryPanelProps) {
  const { refused, onSave, children } = rest;
  const text = useText();
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useFaultFocus(form, attempts);
  useFaultFocus(form, refused);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
    setAttempts(attempts + 1);
  };
  return (
    <Paper component="section" variant="outlined" aria-labelledby={heading} sx={{ padding: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, marginBottom: 1.5 }}>
        <Typography id={heading} variant="subtitle2" component="h2">
          {title}
        </Typography>
        {aside}
      </Stack>
      <Stack component="form" ref={form} noValidate onSubmit={submit} sx={{ gap: 1.5 }}>
        {children}
        <div id={`${heading}-preview`}>{preview}</div>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5 }}>
          <Button
            type="submit"
            onMouseDown={keepFocus}
            variant="contained"
            size="small"
            aria-describedby={`${heading}-preview`}
            sx={{ flexShrink: 0 }}
          >
            {text('ra_clientele.entry.save')}
          </Button>
          <EntryOutcome outcome={outcome} />
        </Stack>
      </Stack>
    </Paper>
  );
}

export interface EntryPanelProps {
  title: string;
  onSave: () => void;
  /** Stands at the end of the heading. */
  aside?: ReactNode;
  /** What comes of the entry. */
  preview: ReactNode;
  outcome: Outcome | undefined;
  /** Why the server refused it. */
  refused: Error | null;
  /** The fields. */
  children: ReactNode;
}
