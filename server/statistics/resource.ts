import { resourceRoutes } from '../rest/resource.ts';
import { findStatistic, listStatistics, statisticList } from './list.ts';

/** Reports over the daily roll-up: read only. */
export const statistics = resourceRoutes({
  noun: 'statistic',
  definition: statisticList,
  list: ({ db }, request) => listStatistics(db, request),
  one: ({ db }, id) => findStatistic(db, id),
});
