import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useUpdate } from 'react-admin';
import { CHARGING_POLICIES, type ChargingPolicy, type Client } from '../../../schema/clients.ts';
import { MoneyInput } from '../../common/MoneyInput.tsx';
import { useMoneyDraft } from '../../common/useMoneyDraft.ts';
import { useText } from '../../i18n/useText.ts';
import { fieldErrors } from '../entry/failure.ts';
import { keepFocus } from '../entry/keepFocus.ts';
import { useFaultFocus } from '../entry/useFaultFocus.ts';
import { SettingsFailure } from './SettingsFailure.tsx';
import { useEditable } from './useEditable.ts';

/** How a client's messages are paid, and below which amounts it is told. */
export function BillingSettings({ client, onClose }: { client: Client; onClose: () => void }) {
  const text = useText();
  const heading = useId();
  const [update, { isPending, error, reset }] = useUpdate<Client>();
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const errors = fieldErrors(error);
  useFaultFocus(form, attempts);
  useFaultFocus(form, error);
  const [chargingPolicy, setPolicy] = useState(client.chargingPolicy);
  const editable = useEditable();
  const optional = { zero: true, optional: true };
  const warning = useMoneyDraft({ ...optional, initial: editable(client.lowBalanceWarning) });
  const critical = useMoneyDraft({ ...optional, initial: editable(client.lowBalanceCritical) });
  const typed = (draft: typeof warning) => ({
    ...draft,
    type: (amount: string) => (reset(), draft.type(amount)),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    warning.settle();
    critical.settle();
    const incomplete = [warning, critical].some(
      ({ text: shown, amount }) => shown.trim() !== '' && amount === undefined,
    );
    if (incomplete) return;
    const data = {
      chargingPolicy,
      lowBalanceWarning: warning.amount ?? null,
      lowBalanceCritical: critical.amount ?? null,
      version: client.version,
    };
    void update(
      'clients',
      { id: client.id, data, previousData: client },
      { mutationMode: 'pessimistic', onSuccess: onClose },
    );
  };
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Dialog
      open
      // A click beside it would lose what has been typed.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && close()}
      fullWidth
      maxWidth="xs"
      aria-labelledby={heading}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <DialogTitle id={heading} variant="h6" component="h2">
          {text('ra_clientele.billing.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
          <FormControl margin="none">
            <FormLabel id={`${heading}-policy`} sx={{ typography: 'body2' }}>
              {text('ra_clientele.billing.policy')}
            </FormLabel>
            <RadioGroup
              aria-labelledby={`${heading}-policy`}
              value={chargingPolicy}
              onChange={(event) => (reset(), setPolicy(event.target.value as ChargingPolicy))}
            >
              {CHARGING_POLICIES.map((policy) => (
                <FormControlLabel
                  key={policy}
                  value={policy}
                  control={<Radio size="small" />}
                  label={text(`ra_clientele.billing.${policy}`)}
                  slotProps={{ typography: { variant: 'body2' } }}
                />
              ))}
            </RadioGroup>
            <FormHelperText sx={{ marginX: 0 }}>
              {text(`ra_clientele.billing.${chargingPolicy}_hint`)}
            </FormHelperText>
          </FormControl>
          <MoneyInput
            label={text('ra_clientele.billing.warning')}
            hint={text('ra_clientele.billing.thresholdHint')}
            currency={client.currency}
            draft={typed(warning)}
            error={errors.lowBalanceWarning}
          />
          <MoneyInput
            label={text('ra_clientele.billing.critical')}
            currency={client.currency}
            draft={typed(critical)}
            error={errors.lowBalanceCritical}
          />
          {error && <SettingsFailure error={error} onReload={reset} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={close} disabled={isPending}>
            {text('ra_clientele.entry.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isPending} onMouseDown={keepFocus}>
            {text('ra_clientele.entry.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
