import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { client, type Client } from '../../schema/clients.ts';
import { senderName, type SenderName } from '../../schema/sender-names.ts';
import { CommandFailed } from '../cli/command.ts';
import { hasMobileNumbers } from './mobile-number.ts';
import { readList } from './read-list.ts';
import type { Sender, TrafficClient } from './traffic-client.ts';

/** How many clients send when none are named, and how many one request asks for. */
export const CLIENTS_AT_ONCE = 100;

const clientFields = client.pick({
  id: true,
  login: true,
  country: true,
  timeZone: true,
  smsPrice: true,
});
const nameFields = senderName.pick({ clientId: true, name: true, type: true });

/**
 * The clients that send, from a running server: the named ones, or its first 100 active ones.
 *
 * @param url of the server, without `/api`
 * @throws CommandFailed when the server cannot be asked, or has none of them
 * @example await readClients('http://127.0.0.1:3000', [12, 15])
 */
export async function readClients(
  url: string,
  ids: readonly number[] | null,
): Promise<TrafficClient[]> {
  const pages = ids ? chunks(ids).map((id) => ({ id })) : [{ status: 'active' }];
  const found: TrafficClient[] = [];
  for (const filter of pages) {
    const range = [0, CLIENTS_AT_ONCE - 1] as const;
    const clients = await readList(url, 'clients', clientFields, { filter, range });
    const names = await readList(url, 'sender_names', nameFields, {
      filter: { clientId: clients.map(({ id }) => id), status: 'checked' },
      range: [0, 999],
    });
    found.push(...clients.map((each) => trafficClient(each, names)));
  }
  const missing = ids?.find((id) => !found.some((each) => each.id === id));
  if (missing !== undefined)
    throw new CommandFailed(`The server at ${url} has no client ${missing}.`);
  if (found.length === 0) throw new CommandFailed(`The server at ${url} has no active clients.`);
  return found;
}

function trafficClient(
  { id, login, country, timeZone, smsPrice }: Pick<Client, keyof typeof clientFields.shape>,
  names: readonly Pick<SenderName, keyof typeof nameFields.shape>[],
): TrafficClient {
  const senders = names
    .filter(({ clientId }) => clientId === id)
    .map(({ name, type }): Sender => {
      // The price stands in some events, so that both ways to price a message are there.
      return type === 'viber'
        ? { channel: 'viber', name, price: smsPrice }
        : { channel: 'sms', name, price: null };
    });
  const home = [country, parsePhoneNumberFromString(`+${login}`)?.country ?? ''];
  return {
    id,
    country: home.find(hasMobileNumbers) ?? 'UA',
    timeZone,
    senders: senders.length > 0 ? senders : [{ channel: 'sms', name: 'INFO', price: null }],
    deliveryRate: 0.92,
  };
}

function chunks(ids: readonly number[]): number[][] {
  const all = [...new Set(ids)].sort((a, b) => a - b);
  const count = Math.ceil(all.length / CLIENTS_AT_ONCE);
  return Array.from({ length: count }, (_, chunk) =>
    all.slice(chunk * CLIENTS_AT_ONCE, (chunk + 1) * CLIENTS_AT_ONCE),
  );
}
