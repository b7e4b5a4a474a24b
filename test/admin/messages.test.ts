import { describe, expect, it } from 'vitest';
import { messagesScope } from '../../admin/messages/messagesScope.ts';
import { VIEWS, viewName, viewOf, viewParams } from '../../admin/statistics/views.ts';
import { withParams } from '../../admin/common/searchParams.ts';

describe('FIN-11 the transaction whose messages are meant', () => {
  it('is read from the address', () => {
    expect(messagesScope('?view=messages&chargeId=12-7', 12)).toEqual({
      chargeId: '12-7',
      refundId: null,
    });
    expect(messagesScope('?refundId=12-8', 12).refundId).toBe('12-8');
  });

  it.each(['', '?chargeId=13-7', '?chargeId=12-', '?chargeId=12-7x', '?chargeId=112-7'])(
    'is none in "%s"',
    (search) => expect(messagesScope(search, 12).chargeId).toBeNull(),
  );
});

describe('STAT-12 the views of the statistics', () => {
  it('have an address each, which takes along the period but no filter of the messages', () => {
    const messages = '?view=messages&chargeId=12-7&status=sent&channel=sms&from=2026-01-01';
    expect(viewOf(messages)).toBe('messages');
    expect(withParams(messages, viewParams('country'))).toBe('?from=2026-01-01&groupBy=country');
    expect(withParams('?groupBy=country&from=2026-01-01', viewParams('messages'))).toBe(
      '?from=2026-01-01&view=messages',
    );
    for (const view of VIEWS) expect(viewOf(withParams('', viewParams(view)))).toBe(view);
  });

  it('have a name each', () => {
    expect(new Set(VIEWS.map(viewName)).size).toBe(VIEWS.length);
  });
});
