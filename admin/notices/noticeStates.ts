import type { NoticeStatus } from '../../schema/notices.ts';

/** What the page of the notices tells apart. */
export const NOTICE_STATES = ['all', 'pending', 'failed', 'sent'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** The statuses behind a state: what is being sent has not been sent yet. */
export function statusesOf(state: Exclude<NoticeState, 'all'>): NoticeStatus[] {
  return state === 'pending' ? ['pending', 'sending'] : [state];
}
