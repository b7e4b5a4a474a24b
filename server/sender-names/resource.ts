import { senderNameCreate, senderNameUpdate } from '../../schema/sender-names.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { findSenderName, listSenderNames, senderNameList } from './list.ts';
import { createSenderName, deleteSenderName, updateSenderName } from './write.ts';

/** What recipients see as the sender, one record for each name of a client. */
export const senderNames = resourceRoutes({
  noun: 'sender name',
  definition: senderNameList,
  list: ({ db }, request) => listSenderNames(db, request),
  one: ({ db }, id) => findSenderName(db, id),
  create: { body: senderNameCreate, run: createSenderName },
  update: { body: senderNameUpdate, run: updateSenderName },
  remove: deleteSenderName,
});
