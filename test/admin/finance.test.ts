import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../admin/finance/purpose.ts';
import { clientOf, openedIn } from '../../admin/finance/transactionId.ts';
import {
  isSortedBy,
  LARGEST_CREDIT_FIRST,
  LARGEST_DEBIT_FIRST,
  NEWEST_FIRST,
} from '../../admin/finance/transactionSorts.ts';
import { clientsEnglishMessages } from '../../admin/i18n/english.ts';
import { TRANSACTION_KINDS } from '../../schema/transactions.ts';

const { purpose: messages } = clientsEnglishMessages.ra_clientele.finance;

describe('FIN-5 the purpose of a transaction', () => {
  it.each(TRANSACTION_KINDS)('has words for %s without any further facts', (kind) => {
    const { key, options } = purposeOf({ kind, mailing: null });
    expect(key).toBe(`ra_clientele.finance.purpose.${kind}`);
    expect(messages[kind]).not.toBe('');
    expect(options).toEqual({});
  });

  it('names the mailing that a charge paid for, and that a refund is for', () => {
    expect(purposeOf({ kind: 'charge', mailing: 'Знижки' })).toEqual({
      key: 'ra_clientele.finance.purpose.chargeOf',
      options: { mailing: 'Знижки' },
    });
    expect(purposeOf({ kind: 'refund', mailing: 'spring' }).key).toBe(
      'ra_clientele.finance.purpose.refundOf',
    );
  });

  it('leaves a mailing out of what has nothing to do with one', () => {
    expect(purposeOf({ kind: 'top_up', mailing: 'spring' }).options).toEqual({});
  });
});

describe('FIN-5 the order of the transactions', () => {
  it('goes by number, newest first', () => {
    expect(NEWEST_FIRST).toEqual({ field: 'seq', order: 'DESC' });
  });

  it('sorts Credit and Debit by the two ends of the signed amount', () => {
    expect(isSortedBy(LARGEST_CREDIT_FIRST, { field: 'amount', order: 'ASC' })).toBe(true);
    expect(isSortedBy(LARGEST_DEBIT_FIRST, { field: 'amount', order: 'DESC' })).toBe(true);
    expect(isSortedBy(LARGEST_DEBIT_FIRST, LARGEST_CREDIT_FIRST)).toBe(false);
    expect(isSortedBy(LARGEST_DEBIT_FIRST, NEWEST_FIRST)).toBe(false);
  });
});

describe('FIN-8, FIN-11 the transaction that an address opens', () => {
  it('is one of the client whose page it is', () => {
    expect(clientOf('12-345')).toBe(12);
    expect(openedIn('?from=2026-01-01&transaction=12-345', 12)).toBe('12-345');
  });

  it.each(['', '?transaction=', '?transaction=13-1', '?transaction=12', '?transaction=12-x'])(
    'is none in "%s"',
    (search) => expect(openedIn(search, 12)).toBeNull(),
  );
});
