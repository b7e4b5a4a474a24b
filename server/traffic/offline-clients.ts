import type { TrafficClient } from './traffic-client.ts';

/**
 * Clients of which nothing but their ids is known: Ukrainian ones that send by both channels.
 *
 * @example offlineClients([12, 15])
 */
export function offlineClients(ids: readonly number[]): TrafficClient[] {
  return ids.map((id) => ({
    id,
    country: 'UA',
    timeZone: 'Europe/Kyiv',
    senders: [
      { channel: 'sms', name: 'DEMO', price: null },
      { channel: 'viber', name: 'Demo', price: null },
    ],
    deliveryRate: 0.92,
  }));
}
