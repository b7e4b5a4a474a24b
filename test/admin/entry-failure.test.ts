import { HttpError } from 'react-admin';
import { describe, expect, it } from 'vitest';
import { fieldErrors, isToldAt, isUnknown } from '../../admin/finance/entry/failure.ts';
import { movementsOf, stopsSpending } from '../../admin/finance/entry/movements.ts';
import type { Preview } from '../../schema/previews.ts';

const problem = (status: number, body: object | null = null) => new HttpError('', status, body);
const wrong = (errors: object) => problem(422, { errors });

describe('FIN-7 what became of an entry', () => {
  it.each([
    ['no answer', new TypeError('Failed to fetch')],
    ['an answer that nobody can read', new Error('Unexpected token')],
    ['a broken server', problem(500)],
    ['a server behind a proxy that gave up', problem(504)],
    ['its first attempt under way', problem(409, { type: 'urn:clientele:problem:in-flight' })],
  ])('is unknown after %s', (_name, error) => expect(isUnknown(error)).toBe(true));

  it.each([400, 401, 403, 404, 422])('is known after %i', (status) =>
    expect(isUnknown(problem(status))).toBe(false),
  );

  it('is known where somebody has reversed the row already', () =>
    expect(isUnknown(problem(409, { type: 'urn:clientele:problem:conflict' }))).toBe(false));
});

describe('FIN-3 faults that the server finds', () => {
  it('stand at their fields as sentences', () => {
    expect(fieldErrors(wrong({ amount: 'must be greater than 0' }))).toEqual({
      amount: 'Must be greater than 0',
    });
    expect(fieldErrors(wrong({ root: { serverError: 'too much' } }))).toEqual({});
    for (const none of [null, new Error('x'), problem(500)]) expect(fieldErrors(none)).toEqual({});
  });

  it('are said beside the fields as well, unless fields say all of them', () => {
    const fields = ['amount', 'comment'];
    expect(isToldAt(fields, wrong({ amount: 'x' }))).toBe(true);
    expect(isToldAt(fields, wrong({ amount: 'x', comment: 'y' }))).toBe(true);
    expect(isToldAt(fields, wrong({ amount: 'x', clientId: 'y' }))).toBe(false);
    expect(isToldAt(fields, wrong({ amount: { nested: 'x' } }))).toBe(false);
    expect(isToldAt(fields, wrong({}))).toBe(false);
    expect(isToldAt(fields, problem(500))).toBe(false);
  });
});

describe('FIN-3 what an entry comes to', () => {
  const preview: Preview = {
    id: '12:top_up:100',
    clientId: 12,
    currency: 'EUR',
    balance: '-20.000000',
    balanceAfter: '80.000000',
    creditLimit: '50.000000',
    creditLimitAfter: '50.000000',
    available: '30.000000',
    availableAfter: '130.000000',
    needsApproval: false,
    insufficient: false,
    repeatedAt: null,
  };

  it('is the balance of money and the credit of a limit, even when it stays the same', () => {
    const [first, second] = movementsOf('top_up', preview);
    expect(first).toEqual({ name: 'balance', before: '-20.000000', after: '80.000000' });
    expect(second.name).toBe('available');
    expect(movementsOf('credit_limit', preview)[0].name).toBe('credit');
  });

  it('stops the client when less than nothing is left, unless it is refused anyway', () => {
    expect(stopsSpending(preview)).toBe(false);
    expect(stopsSpending({ ...preview, availableAfter: '0.000000' })).toBe(false);
    expect(stopsSpending({ ...preview, availableAfter: '-0.000001' })).toBe(true);
    expect(stopsSpending({ ...preview, availableAfter: '-1', insufficient: true })).toBe(false);
  });
});
