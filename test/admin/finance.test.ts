import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../admin/finance/purpose.ts';
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
    const { key, options } = purposeOf({ kind, mailing: null, reversesId: null });
    expect(key).toBe(`ra_clientele.finance.purpose.${kind}`);
    expect(messages[kind]).not.toBe('');
    expect(options).toEqual({});
  });

  it('names the mailing that a charge paid for, and that a refund is for', () => {
    expect(purposeOf({ kind: 'charge', mailing: 'Знижки', reversesId: null })).toEqual({
      key: 'ra_clientele.finance.purpose.chargeOf',
      options: { mailing: 'Знижки' },
    });
    expect(purposeOf({ kind: 'refund', mailing: 'spring', reversesId: '12-4' }).key).toBe(
      'ra_clientele.finance.purpose.refundOf',
    );
  });

  it('names the reversed row by its number, not by its id', () => {
    expect(purposeOf({ kind: 'reversal', mailing: null, reversesId: '12-345' })).toEqual({
      key: 'ra_clientele.finance.purpose.reversalOf',
      options: { seq: '345' },
    });
  });

  it('leaves a mailing out of what has nothing to do with one', () => {
    expect(purposeOf({ kind: 'top_up', mailing: 'spring', reversesId: null }).options).toEqual({});
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
