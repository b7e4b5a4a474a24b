import { clientCreate, clientUpdate } from '../../schema/clients.ts';
import { parseClientId } from '../rest/record-id.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { findClient } from './client-record.ts';
import { clientList, listClients } from './list.ts';
import { createClient, deleteClient, updateClient } from './write.ts';

export const clients = resourceRoutes({
  noun: 'client',
  definition: clientList,
  list: ({ db }, request) => listClients(db, request),
  one: async ({ db }, id) => withId(id, (clientId) => findClient(db, clientId)),
  create: { body: clientCreate, run: createClient },
  update: {
    body: clientUpdate,
    run: async (scope, id, body) => withId(id, (clientId) => updateClient(scope, clientId, body)),
  },
  remove: async (scope, id) => withId(id, (clientId) => deleteClient(scope, clientId)),
});

function withId<Result>(id: string, run: (clientId: number) => Result): Result | undefined {
  const clientId = parseClientId(id);
  return clientId === null ? undefined : run(clientId);
}
