import { topUpDecision } from '../../schema/top-up-requests.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { decideTopUpRequest } from './decide.ts';
import { findTopUpRequest, listTopUpRequests, topUpRequestList } from './list.ts';

/** Top-ups above the approval limit: made by POST of a transaction, decided by PUT. */
export const topUpRequests = resourceRoutes({
  noun: 'top-up request',
  definition: topUpRequestList,
  list: ({ db }, request) => listTopUpRequests(db, request),
  one: ({ db }, id) => findTopUpRequest(db, id),
  update: { body: topUpDecision, run: decideTopUpRequest },
});
