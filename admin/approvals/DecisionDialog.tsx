import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useRefresh } from 'react-admin';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/useText.ts';
import type { Decision } from './decisions.ts';
import { ReasonField } from './ReasonField.tsx';
import { Consequence } from '../finance/entry/Consequence.tsx';
import { TopUpFacts } from './TopUpFacts.tsx';
import { useDecide } from './useDecide.ts';
import { usePreview } from '../finance/entry/usePreview.ts';

/**
 * Asks once more before a top-up is approved, rejected or withdrawn: what it is, who asked for it,
 * and the balance that it leads to. Rejecting needs a reason.
 */
export function DecisionDialog({ request, decision, onClose, onDecided }: DecisionDialogProps) {
  const text = useText();
  const title = useId();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const reasonInput = useRef<HTMLTextAreaElement>(null);
  const { decide, isPending, error } = useDecide(request, onDecided);
  const preview = usePreview(decision === 'approved' ? topUpOf(request) : undefined);
  // Nobody approves what they do not see the consequence of.
  const ready = decision !== 'approved' || (preview.preview && preview.isFresh);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide(decision, decision === 'rejected' ? reason.trim() : undefined);
  };
  const close = () => {
    if (isPending) return;
    onClose();
    // What was refused is not as it stands in the list.
    if (error) refresh();
  };
  return (
    <Dialog
      open
      onClose={close}
      fullWidth
      maxWidth="xs"
      aria-labelledby={title}
      slotProps={{ transition: { onEntered: () => reasonInput.current?.focus() } }}
    >
      <form onSubmit={submit}>
        <DialogTitle id={title} variant="h6" component="h2">
          {text(`ra_clientele.approvals.${decision}.title`)}
        </DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
          <TopUpFacts request={request} />
          {decision === 'approved' && <Consequence {...preview} />}
          {decision === 'rejected' && (
            <ReasonField value={reason} onChange={setReason} inputRef={reasonInput} />
          )}
          {error && <ErrorState title={text('ra_clientele.approvals.failed')} error={error} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={close} disabled={isPending}>
            {text('ra_clientele.approvals.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={decision === 'approved' ? 'primary' : 'error'}
            loading={isPending}
            disabled={!ready || (decision === 'rejected' && reason.trim() === '')}
          >
            {text(`ra_clientele.approvals.${decision}.action`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export interface DecisionDialogProps {
  request: TopUpRequest;
  decision: Decision;
  onClose: () => void;
  onDecided: (decided: TopUpRequest) => void;
}

const topUpOf = ({ clientId, amount }: TopUpRequest) => ({
  clientId,
  kind: 'top_up' as const,
  amount,
});
