import { Button, Paper, Stack, Typography } from '@mui/material';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';

/** A form beside the account: its heading, its fields, and SAVE. */
export function EntryPanel({ title, onSave, aside, children }: EntryPanelProps) {
  const text = useText();
  const heading = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Paper component="section" variant="outlined" aria-labelledby={heading} sx={{ padding: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, marginBottom: 1.5 }}>
        <Typography id={heading} variant="subtitle2" component="h2">
          {title}
        </Typography>
        {aside}
      </Stack>
      <Stack component="form" noValidate onSubmit={submit} sx={{ gap: 1.5 }}>
        {children}
        <Button type="submit" variant="contained" size="small" sx={{ alignSelf: 'flex-start' }}>
          {text('ra_clientele.entry.save')}
        </Button>
      </Stack>
    </Paper>
  );
}

export interface EntryPanelProps {
  title: string;
  onSave: () => void;
  /** Stands at the end of the heading. */
  aside?: ReactNode;
  children: ReactNode;
}
