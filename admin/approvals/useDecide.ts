import { useNotify, useRefresh, useUpdate } from 'react-admin';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { useMoney } from '../common/useMoney.ts';
import { useText } from '../i18n/useText.ts';
import type { Decision } from './decisions.ts';

/**
 * Decides on a top-up that waits, tells what came of it, and loads everything that it changes anew.
 *
 * @example
 * const { decide, isPending, error } = useDecide(request, close);
 * decide('rejected', 'No payment has arrived');
 */
export function useDecide(request: TopUpRequest, onDecided: (decided: TopUpRequest) => void) {
  const text = useText();
  const money = useMoney();
  const notify = useNotify();
  const refresh = useRefresh();
  const [update, { isPending, error }] = useUpdate<TopUpRequest>();
  const decide = (status: Decision, reason?: string) =>
    update(
      'top_up_requests',
      { id: request.id, data: { status, reason }, previousData: request },
      {
        mutationMode: 'pessimistic',
        onSuccess: (decided) => {
          const { amount, currency, clientId, transactionId } = decided;
          notify(
            text(`ra_clientele.approvals.done.${status}`, {
              amount: money(amount, currency),
              client: clientId,
              transaction: transactionId,
            }),
            { type: 'success' },
          );
          onDecided(decided);
          refresh();
        },
        // The dialog tells it, where the eye is.
        onError: () => undefined,
      },
    );
  return { decide, isPending, error };
}
