import type { Client } from '../../schema/clients.ts';

/** How a client is called: `'12 / 380501234567 / Acme'`. */
export function clientTitle({ id, login, company }: Pick<Client, 'id' | 'login' | 'company'>) {
  return [id, login, company].filter(Boolean).join(' / ');
}
