import { Checkbox, FormControl, FormControlLabel, FormHelperText } from '@mui/material';
import { useId } from 'react';
import type { Client } from '../../../schema/clients.ts';
import { useText } from '../../i18n/useText.ts';
import { recipientOf } from './LimitFacts.tsx';

/** Whether the client is told by mail; not to be chosen for one without an address. */
export function NotifyInput({ client, checked, onChange }: NotifyInputProps) {
  const text = useText();
  const hint = useId();
  const reachable = recipientOf(client) !== null;
  return (
    <FormControl margin="none" disabled={!reachable} sx={{ marginY: -0.75 }}>
      <FormControlLabel
        label={text('ra_clientele.entry.notify')}
        slotProps={{ typography: { variant: 'body2' } }}
        control={
          <Checkbox
            size="small"
            checked={checked && reachable}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: reachable ? {} : { 'aria-describedby': hint } }}
          />
        }
      />
      {!reachable && (
        <FormHelperText id={hint} disabled={false} sx={{ marginX: 0, marginTop: -0.5 }}>
          {text('ra_clientele.entry.notifyNobody')}
        </FormHelperText>
      )}
    </FormControl>
  );
}

export interface NotifyInputProps {
  client: Client;
  checked: boolean;
  onChange: (checked: boolean) => void;
}
