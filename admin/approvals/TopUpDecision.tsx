import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useGetIdentity } from 'react-admin';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { useText } from '../i18n/useText.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { decisionsOn, type Decision } from './decisions.ts';

/**
 * The buttons that decide on a top-up that waits for a second person, each with a dialog that says
 * what comes of it. Nothing for a request that has been decided.
 *
 * @example <TopUpDecision request={request} />
 */
export function TopUpDecision({ request, onDecided }: TopUpDecisionProps) {
  const text = useText();
  const { identity } = useGetIdentity();
  const { canAccess } = useCanAccess({
    resource: 'top_up_requests',
    action: 'edit',
    record: request,
  });
  const [asked, setAsked] = useState<Decision | null>(null);
  const decisions = canAccess ? decisionsOn(request, identity?.id) : [];
  if (decisions.length === 0 && !asked) return null;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      {decisions.map((decision, index) => (
        <Button
          key={decision}
          size="small"
          variant={index === 0 ? 'outlined' : 'text'}
          // Many rows have these words: a screen reader hears whose they are.
          aria-label={text(`ra_clientele.approvals.${decision}.label`, {
            client: request.clientId,
            id: request.id,
          })}
          onClick={() => setAsked(decision)}
        >
          {text(`ra_clientele.approvals.${decision}.action`)}
        </Button>
      ))}
      {asked && (
        <DecisionDialog
          request={request}
          decision={asked}
          onClose={() => setAsked(null)}
          onDecided={(decided) => {
            setAsked(null);
            onDecided?.(decided);
          }}
        />
      )}
    </Stack>
  );
}

export interface TopUpDecisionProps {
  request: TopUpRequest;
  /** The server has taken the decision. */
  onDecided?: (decided: TopUpRequest) => void;
}
