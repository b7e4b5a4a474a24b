import type { NoticeStatus } from '../../schema/notices.ts';

const NEWEST_FIRST = { field: 'createdAt', order: 'DESC' } as const;

/** What is not sent yet: what waits, and what is being sent. */
export const UNSENT = ['pending', 'sending'] as const satisfies NoticeStatus[];

/** What the page of the notices tells apart. */
export const NOTICE_STATES = [
  { name: 'all', sort: NEWEST_FIRST },
  { name: 'pending', statuses: UNSENT, sort: NEWEST_FIRST },
  { name: 'failed', statuses: ['failed'], sort: NEWEST_FIRST },
  { name: 'sent', statuses: ['sent'], sort: NEWEST_FIRST },
] as const;
