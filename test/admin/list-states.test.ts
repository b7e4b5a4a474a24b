import { describe, expect, it } from 'vitest';
import { APPROVAL_STATES } from '../../admin/approvals/approvalStates.ts';
import { filterOf, searchOf, stateOf } from '../../admin/common/listStates.ts';
import { NOTICE_STATES } from '../../admin/notices/noticeStates.ts';
import { NOTICE_STATUSES } from '../../schema/notices.ts';
import { TOP_UP_REQUEST_STATUSES } from '../../schema/top-up-requests.ts';

describe('the states of a list', () => {
  it.each([...APPROVAL_STATES, ...NOTICE_STATES])('finds $name again in its own URL', (state) => {
    const params = new URLSearchParams(searchOf(state));
    expect(JSON.parse(params.get('filter') ?? '')).toEqual(filterOf(state));
    expect(params.get('sort')).toBe(state.sort.field);
    expect(params.get('order')).toBe(state.sort.order);
    expect(params.get('page')).toBe('1');
  });

  it('tells which one a filter shows, and that another filter shows none of them', () => {
    expect(stateOf(NOTICE_STATES, {})?.name).toBe('all');
    expect(stateOf(NOTICE_STATES, { status: ['pending', 'sending'] })?.name).toBe('pending');
    expect(stateOf(NOTICE_STATES, { status: ['failed'], clientId: 12 })).toBeUndefined();
  });

  it.each([
    ['FIN-12 notices', NOTICE_STATES, NOTICE_STATUSES],
    ['FIN-13 approvals', APPROVAL_STATES, TOP_UP_REQUEST_STATUSES],
  ] as const)('%s: has each status in one state', (_of, states, statuses) => {
    const named = states.flatMap((state) => ('statuses' in state ? [...state.statuses] : []));
    expect(named.sort()).toEqual([...statuses].sort());
  });
});
