import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../schema/audit.ts';
import type { Client } from '../../schema/clients.ts';
import { HOSTS, NOW, openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';

describe.each(HOSTS)('changes on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openHost(name);
  });
  afterAll(() => host.close());

  const save = (client: Client, changes: object) =>
    send<Client>(host.app, 'PUT', `/api/clients/${client.id}`, { ...client, ...changes });
  const audited = async ({ id }: Client) =>
    (await list<AuditEntry>(host.app, 'audit', { clientId: id })).rows;

  it('AUTH-3 keeps who changed what, with the fields before and after', async () => {
    const client = await newClient(host.app, { city: 'Kyiv' });
    await save(client, { city: 'Lviv', tags: ['vip'] });
    const [created, updated] = await audited(client);
    expect(created).toMatchObject({ action: 'create', before: null, actor: 'tester' });
    expect(created?.after).toMatchObject({ id: client.id, city: 'Kyiv' });
    expect(updated).toMatchObject({
      action: 'update',
      resource: 'clients',
      recordId: String(client.id),
      before: { city: 'Kyiv', tags: [], version: 1 },
      after: { city: 'Lviv', tags: ['vip'], version: 2 },
    });
  });

  it('takes a save that changes nothing for no change', async () => {
    const client = await newClient(host.app);
    expect((await save(client, {})).body).toEqual(client);
    expect(await audited(client)).toHaveLength(1);
  });

  it('INFO-3 notes when and by whom the consent to mailings changed, and only then', async () => {
    const client = await newClient(host.app);
    expect(client).toMatchObject({ smsSubscription: false, smsSubscriptionChangedAt: null });
    const { body: agreed } = await save(client, { smsSubscription: true });
    expect(agreed).toMatchObject({
      smsSubscription: true,
      smsSubscriptionChangedAt: NOW.toISOString(),
      smsSubscriptionChangedBy: 'tester',
    });
    const { body: renamed } = await save(agreed, {
      name: 'Another',
      smsSubscriptionChangedBy: 'x',
    });
    expect(renamed).toMatchObject({ name: 'Another', smsSubscriptionChangedBy: 'tester' });
  });
});
