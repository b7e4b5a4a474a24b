import { expect } from 'vitest';
import fc from 'fast-check';
import { sql } from 'kysely';
import { endLimits } from '../../../server/credit-limits/end.ts';
import { decimal } from '../micro.ts';
import { postMoney, setLimit } from '../office.ts';
import { command, type Step } from './command.ts';
import type { Model, Real, Sent } from './world.ts';

const amounts = fc.oneof(
  fc.constantFrom(1n, 35_200n, 1_000_000n, 10_000_000n),
  fc.bigInt({ min: 1n, max: 20_000_000n }),
);

/** Sends a request, which the model says is carried out or refused, and remembers it. */
async function carryOut(model: Model, real: Real, request: Omit<Sent, 'answer'>): Promise<void> {
  const answer = await ask(real, request);
  const carriedOut = request.apply(model);
  expect({ request: request.body, ...answer }).toMatchObject({
    status: carriedOut ? 201 : expect.toSatisfy((status: number) => [409, 422].includes(status)),
  });
  expect(answer.headers.get('Idempotent-Replayed')).toBeNull();
  model.sent.push({ ...request, answer: carriedOut ? { ...answer.body } : null });
}

function ask({ host }: Real, { resource, body, key }: Pick<Sent, 'resource' | 'body' | 'key'>) {
  const post = resource === 'transactions' ? postMoney : setLimit;
  return post(host.app, body, { key });
}

const movement = (kind: 'top_up' | 'bonus' | 'fee' | 'adjustment', moved: bigint): Step => ({
  name: `${kind} ${decimal(moved)}`,
  run: (model, real) =>
    carryOut(model, real, {
      resource: 'transactions',
      key: real.newKey(),
      body: { clientId: real.clientId, kind, amount: decimal(moved), comment: 'because' },
      apply: ({ account }) => {
        if (moved < 0n && account.left + moved < 0n) return false;
        account.post([{ kind, moved }]);
        return true;
      },
    }),
});

/** Counts rows from the newest one; the last numbers name none. */
const reversal = (back: number): Step => ({
  name: `reversal of the ${back}th from the end`,
  run: (model, real) => {
    const seq = model.account.rows.length - back;
    return carryOut(model, real, {
      resource: 'transactions',
      key: real.newKey(),
      body: {
        clientId: real.clientId,
        kind: 'reversal',
        reversesId: `${real.clientId}-${Math.max(0, seq)}`,
        comment: 'because',
      },
      apply: ({ account }) => {
        const row = account.rows[seq - 1];
        if (!row || ['reversal', 'refund'].includes(row.kind)) return false;
        if (account.followerOf(seq) !== null) return false;
        const mailing = row.mailing ?? null;
        account.post([{ kind: 'reversal', moved: -row.moved, reverses: seq, mailing }]);
        return true;
      },
    });
  },
});

const limit = (amount: bigint, temporary: boolean): Step => ({
  name: `${temporary ? 'temporary ' : ''}limit ${decimal(amount)}`,
  run: (model, real) =>
    carryOut(model, real, {
      resource: 'credit_limits',
      key: real.newKey(),
      body: {
        clientId: real.clientId,
        amount: decimal(amount),
        ...(temporary && { expiresAt: '2100-01-01T00:00:00Z' }),
      },
      apply: ({ account }) => {
        account.setLimit(amount, temporary);
        return true;
      },
    }),
});

const timePasses: Step = {
  name: 'the temporary limit ends',
  run: async ({ account }, { host, clientId }) => {
    if (account.limit.after === null) return;
    account.limit.over = true;
    await sql`update client_accounts set credit_limit_expires_at = now()
      where client_id = ${clientId}`.execute(host.db);
  },
};

const job: Step = {
  name: 'the job that ends limits',
  run: async ({ account }, { host, clientId }) => {
    account.endLimit();
    await endLimits(host.db, { clientIds: [clientId], staffCopies: false });
  },
};

/** `5.000000` as `05`: another spelling of the same amount. */
const respelt = (body: Sent['body']) => ({
  ...body,
  ...(body.amount !== undefined && {
    amount: String(body.amount)
      .replace(/^(-?)/, '$10')
      .replace(/\.?0+$/, ''),
  }),
});

const repeat = (index: number): Step => ({
  name: `repeats request ${index}`,
  run: async (model, real) => {
    const before = model.sent[index % Math.max(1, model.sent.length)];
    if (!before) return;
    if (!before.answer) {
      // It was refused, so that its key is free and it is judged anew.
      model.sent.splice(model.sent.indexOf(before), 1);
      return carryOut(model, real, before);
    }
    const again = await ask(real, { ...before, body: respelt(before.body) });
    expect(again.status).toBe(201);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    const { reversedById } = again.body as { reversedById?: unknown };
    // That the row has been reversed since then is told as well.
    expect(again.body).toEqual({
      ...before.answer,
      ...(reversedById !== undefined && { reversedById }),
    });
  },
});

const alter = (index: number, field: 'amount' | 'comment' | 'clientId'): Step => ({
  name: `request ${index} with another ${field}`,
  run: async ({ sent }, real) => {
    const done = sent.filter(({ answer }) => answer !== null);
    const before = done[index % Math.max(1, done.length)];
    if (!before) return;
    const altered = {
      amount: `${before.body.amount}`.startsWith('-') ? '-77.7' : '77.7',
      comment: 'otherwise',
      reason: 'otherwise',
      clientId: 999_999,
    };
    const name = field === 'comment' && before.resource === 'credit_limits' ? 'reason' : field;
    const reversal = before.body.kind === 'reversal' && field === 'amount';
    const body = {
      ...before.body,
      [reversal ? 'reversesId' : name]: reversal ? '1-999999' : altered[name],
    };
    const answer = await ask(real, { ...before, body });
    expect({ altered: body, ...answer }).toMatchObject({
      status: 422,
      body: { type: 'urn:clientele:problem:idempotency-key-reused' },
    });
  },
});

/** Everything that people and other systems do to a client's money. */
export const moneyCommands = [
  amounts.map((amount) => movement('top_up', amount)),
  amounts.map((amount) => movement('bonus', amount)),
  amounts.map((moved) => movement('fee', -moved)),
  amounts.map((moved) => movement('adjustment', -moved)),
  amounts.map((amount) => movement('adjustment', amount)),
  fc.integer({ min: -1, max: 12 }).map(reversal),
  fc.tuple(fc.bigInt({ min: 0n, max: 30_000_000n }), fc.boolean()).map((args) => limit(...args)),
  fc.constant(timePasses),
  fc.constant(job),
  fc.nat(20).map(repeat),
  fc.nat(20).map(repeat),
  fc
    .tuple(fc.nat(20), fc.constantFrom('amount', 'comment', 'clientId'))
    .map(([index, field]) => alter(index, field)),
].map(command);
