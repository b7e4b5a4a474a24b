import { useCallback } from 'react';
import { useClientPath } from '../clients/useClientPath.ts';
import { withParams } from '../common/searchParams.ts';

/**
 * The address of a client's messages, or of those that a transaction charged or refunded.
 *
 * @example
 * const pathTo = useMessagesPath();
 * pathTo(12, { chargeId: '12-7' }); // /clients/12/show/statistics?view=messages&chargeId=12-7
 */
export function useMessagesPath() {
  const pathOf = useClientPath();
  return useCallback(
    (clientId: number, of: MessagesOf = {}) =>
      pathOf(clientId, 'statistics') + withParams('', { view: 'messages', ...of }),
    [pathOf],
  );
}

/** A transaction whose messages are meant. */
export type MessagesOf = { chargeId: string } | { refundId: string } | Record<string, never>;
