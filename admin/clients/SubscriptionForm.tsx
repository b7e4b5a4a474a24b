import { Button, Checkbox, FormControlLabel, Paper, Stack, Typography } from '@mui/material';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useUpdate } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { useText } from '../i18n/useText.ts';
import { SubscriptionChange } from './SubscriptionChange.tsx';
import { SubscriptionOutcome } from './SubscriptionOutcome.tsx';
import { useClient } from './useClient.ts';

/** The client's consent to the platform's own mailings, saved only on demand. */
export function SubscriptionForm() {
  const text = useText();
  const headingId = useId();
  const checkbox = useRef<HTMLInputElement>(null);
  const client = useClient();
  const [choice, setChoice] = useState<boolean>();
  const [update, { isPending, isSuccess, error, reset }] = useUpdate<Client>();
  const checked = choice ?? client.smsSubscription;
  const changed = checked !== client.smsSubscription;

  const choose = (smsSubscription: boolean) => {
    if (isPending) return;
    setChoice(smsSubscription);
    reset();
  };
  const onSuccess = () => {
    setChoice(undefined);
    // The button that had the focus has nothing to save any more.
    checkbox.current?.focus();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const data = { smsSubscription: checked, version: client.version };
    const { id } = client;
    void update(
      'clients',
      { id, data, previousData: client },
      { mutationMode: 'pessimistic', onSuccess },
    );
  };

  return (
    <Paper component="section" variant="outlined" aria-labelledby={headingId} sx={SECTION}>
      <Typography id={headingId} variant="subtitle2" component="h2">
        {text('ra_clientele.client.groups.subscription')}
      </Typography>
      <Stack component="form" onSubmit={save} sx={{ gap: 1, alignItems: 'flex-start' }}>
        <FormControlLabel
          label={text('ra_clientele.client.subscription.label')}
          slotProps={{ typography: { variant: 'body2' } }}
          control={
            <Checkbox
              size="small"
              checked={checked}
              onChange={(event) => choose(event.target.checked)}
              slotProps={{ input: { ref: checkbox } }}
            />
          }
        />
        <SubscriptionChange />
        <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button
            type="submit"
            variant="contained"
            size="small"
            disabled={!changed}
            loading={isPending}
          >
            {text('ra_clientele.client.subscription.save')}
          </Button>
          <SubscriptionOutcome saved={isSuccess && !changed} error={error} onReload={reset} />
        </Stack>
      </Stack>
    </Paper>
  );
}

const SECTION = { px: 2, py: 1.5 };
