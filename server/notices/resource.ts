import { noticeUpdate } from '../../schema/notices.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { findNotice, listNotices, noticeList } from './list.ts';
import { retryNotice } from './retry.ts';

/** Mails to clients and staff: written with what they tell, sent by the worker. */
export const notices = resourceRoutes({
  noun: 'notice',
  definition: noticeList,
  list: ({ db }, request) => listNotices(db, request),
  one: ({ db }, id) => findNotice(db, id),
  update: { body: noticeUpdate, run: retryNotice },
});
