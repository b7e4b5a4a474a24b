import type { Context } from 'hono';
import { sql } from 'kysely';
import type { CreditLimit, CreditLimitCreate } from '../../schema/credit-limits.ts';
import { recordChange } from '../audit/record.ts';
import { lockAccounts } from '../clients/lock.ts';
import type { AppEnv, Scope } from '../environment.ts';
import { existing } from '../rest/existing.ts';
import { keyReused, markReplayed, requiredKey } from '../rest/idempotency.ts';
import { invalid } from '../rest/problem.ts';
import { recordId } from '../rest/record-id.ts';
import { findCreditLimit } from './list.ts';

/**
 * Replaces a client's credit limit, once for each idempotency key. No money moves: a limit below
 * what is used takes nothing back.
 */
export async function setCreditLimit(
  { db, actor }: Scope,
  body: CreditLimitCreate,
  c: Context<AppEnv>,
): Promise<CreditLimit> {
  const key = requiredKey(c, body.idempotencyKey);
  const { clientId, amount, notify } = body;
  const reason = body.reason || null;
  return db.transaction().execute(async (trx) => {
    const [account] = await lockAccounts(trx, [clientId]);
    if (!account) throw invalid({ clientId: `there is no client ${clientId}` });

    const before = await trx
      .selectFrom('creditLimits')
      .select(['number', 'notify', 'reason'])
      .select(sql<boolean>`amount = ${amount}`.as('sameAmount'))
      .where('clientId', '=', clientId)
      .where('idempotencyKey', '=', key)
      .executeTakeFirst();
    if (before) {
      if (!before.sameAmount || before.notify !== notify || before.reason !== reason) {
        throw keyReused();
      }
      markReplayed(c);
      return existing(await findCreditLimit(trx, recordId(clientId, before.number)));
    }
    const { rows } = await sql<{ number: number }>`
      with previous as (
        select credit_limit from client_accounts where client_id = ${clientId}
      ), account as (
        update client_accounts
        set credit_limit = ${amount}, credit_limit_seq = credit_limit_seq + 1
        where client_id = ${clientId}
        returning client_id, credit_limit, credit_limit_seq
      )
      insert into credit_limits (client_id, number, amount, previous_amount, reason, notify, actor,
        idempotency_key)
      select a.client_id, a.credit_limit_seq, a.credit_limit, p.credit_limit, ${reason}, ${notify},
        ${actor}, ${key}
      from account a cross join previous p
      returning number`.execute(trx);
    const { number } = existing(rows[0]);
    const after = existing(await findCreditLimit(trx, recordId(clientId, number)));
    await recordChange(trx, {
      clientId,
      actor,
      action: 'create',
      resource: 'credit_limits',
      recordId: after.id,
      after,
      reason,
    });
    return after;
  });
}
