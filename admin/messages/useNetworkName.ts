import { useCallback } from 'react';
import type { Message } from '../../schema/messages.ts';
import { useGroupName } from '../statistics/useGroupName.ts';

/**
 * Names the network of a message as the report by operator does.
 *
 * @example
 * const network = useNetworkName();
 * network(message); // Ukraine - Kyivstar
 */
export function useNetworkName() {
  const name = useGroupName('operator');
  return useCallback(
    ({ country, operator, sender }: Pick<Message, 'country' | 'operator' | 'sender'>) =>
      name({ group: country, day: null, country, operator, sender }),
    [name],
  );
}
