import { sql, type Transaction } from 'kysely';
import type { Database } from '../../schema/database.ts';

/** Puts the news of a limit into the outbox, in the transaction that sets it. */
export async function creditLimitNotice(
  trx: Transaction<Database>,
  clientId: number,
  number: number,
): Promise<void> {
  await sql`
    insert into notices (client_id, kind, audience, parameters)
    select l.client_id, 'credit_limit', 'client', jsonb_build_object('amount', l.amount::text,
      'previousAmount', l.previous_amount::text, 'expiresAt', l.expires_at,
      'available', available_now(a)::text, 'currency', c.currency)
    from credit_limits l
    join client_accounts a using (client_id)
    join clients c using (client_id)
    where l.client_id = ${clientId} and l.number = ${number}`.execute(trx);
}
