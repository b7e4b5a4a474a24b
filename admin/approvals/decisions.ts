import type { TopUpDecision, TopUpRequest } from '../../schema/top-up-requests.ts';

/** What can become of a top-up that waits. */
export type Decision = TopUpDecision['status'];

/**
 * The decisions to offer on a request: the author takes it back, anyone else approves or rejects
 * it. Where the console does not know who is signed in, all are offered and the server tells.
 *
 * @example
 * decisionsOn({ status: 'pending', requestedBy: 'ann' }, 'bob') // ['approved', 'rejected']
 * decisionsOn({ status: 'approved', requestedBy: 'ann' }, 'bob') // []
 */
export function decisionsOn(
  { status, requestedBy }: Pick<TopUpRequest, 'status' | 'requestedBy'>,
  me: string | number | undefined,
): readonly Decision[] {
  if (status !== 'pending') return [];
  if (me === undefined || me === '') return ['approved', 'rejected', 'withdrawn'];
  return requestedBy === String(me) ? ['withdrawn'] : ['approved', 'rejected'];
}
