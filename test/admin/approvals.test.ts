import { describe, expect, it } from 'vitest';
import { decisionsOn } from '../../admin/approvals/decisions.ts';

describe('FIN-13 the decisions offered on a top-up that waits', () => {
  const pending = { status: 'pending', requestedBy: 'ann' } as const;

  it('lets a second person approve or reject it', () => {
    expect(decisionsOn(pending, 'bob')).toEqual(['approved', 'rejected']);
  });

  it('lets its author take it back, and no more', () => {
    expect(decisionsOn(pending, 'ann')).toEqual(['withdrawn']);
    expect(decisionsOn({ ...pending, requestedBy: '7' }, 7)).toEqual(['withdrawn']);
  });

  it('offers everything where nobody is known to be signed in', () => {
    for (const nobody of [undefined, '']) {
      expect(decisionsOn(pending, nobody)).toEqual(['approved', 'rejected', 'withdrawn']);
    }
  });

  it.each(['approved', 'rejected', 'withdrawn'] as const)('offers nothing once %s', (status) => {
    expect(decisionsOn({ ...pending, status }, 'bob')).toEqual([]);
  });
});
