import { creditLimitCreate } from '../../schema/credit-limits.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { creditLimitList, findCreditLimit, listCreditLimits } from './list.ts';
import { setCreditLimit } from './set.ts';

/** The history of credit limits; the newest one of a client is in force. */
export const creditLimits = resourceRoutes({
  noun: 'credit limit',
  definition: creditLimitList,
  list: ({ db }, request) => listCreditLimits(db, request),
  one: ({ db }, id) => findCreditLimit(db, id),
  create: { body: creditLimitCreate, run: setCreditLimit },
});
