import type { TopUpRequestStatus } from '../../schema/top-up-requests.ts';

const DECIDED = ['approved', 'rejected', 'withdrawn'] as const satisfies TopUpRequestStatus[];

/** What the page of the approvals tells apart: who waits longest comes first. */
export const APPROVAL_STATES = [
  {
    name: 'waiting',
    statuses: ['pending'],
    sort: { field: 'requestedAt', order: 'ASC' },
  },
  { name: 'decided', statuses: DECIDED, sort: { field: 'decidedAt', order: 'DESC' } },
  { name: 'all', sort: { field: 'requestedAt', order: 'DESC' } },
] as const;
