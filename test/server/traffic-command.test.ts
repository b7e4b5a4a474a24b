import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandFailed, UsageError } from '../../server/cli/command.ts';
import { trafficCommand } from '../../server/cli/traffic.ts';
import { readClients } from '../../server/traffic/read-clients.ts';
import { openHost, type TestHost } from '../support/hosts.ts';
import { newClient, send } from '../support/requests.ts';

const DAY = '2026-11-20';

describe('API-2 clientele traffic', () => {
  let host: TestHost;
  let server: Server;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    host = await openHost('PGlite');
    server = createServer(getRequestListener(host.app.fetch)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'clientele-traffic-'));
  });
  afterAll(async () => {
    server.close();
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes clients, their zones and their checked names from the server', async () => {
    const home = await newClient(host.app, { country: 'PL', timeZone: 'Europe/Warsaw' });
    const unknown = await newClient(host.app, { login: '491511234567' });
    const named = { clientId: home.id, questionnaire: {} };
    for (const [name, type] of [
      ['SHOP', 'sms_alphanumeric'],
      ['Sklep', 'viber'],
      ['NOTYET', 'sms_alphanumeric'],
    ]) {
      await send(host.app, 'POST', '/api/sender_names', { ...named, name, type });
    }
    await host.db
      .updateTable('senderNames')
      .set({ status: 'checked' })
      .where('name', '!=', 'NOTYET')
      .execute();
    expect(await readClients(url, [unknown.id, home.id])).toEqual([
      {
        id: home.id,
        country: 'PL',
        timeZone: 'Europe/Warsaw',
        senders: [
          { channel: 'sms', name: 'SHOP', price: null },
          { channel: 'viber', name: 'Sklep', price: '0.050000' },
        ],
        deliveryRate: 0.92,
      },
      expect.objectContaining({ id: unknown.id, country: 'DE', senders: [expect.anything()] }),
    ]);
  });

  it('writes a file that the server takes whole, and that changes nothing a second time', async () => {
    const out = join(folder, 'traffic.ndjson');
    const args = ['--url', `${url}/`, '--day', DAY, '--events', '2000', '--out', out];
    expect(await trafficCommand(args)).toBe(0);
    const text = await readFile(out, 'utf8');
    expect(await readdir(folder)).toEqual(['traffic.ndjson']);
    const deliver = async () => {
      const headers = { 'Content-Type': 'application/x-ndjson' };
      const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: text });
      return (await response.json()) as object;
    };
    expect(await deliver()).toMatchObject({ accepted: 2_000, rejected: [] });
    expect(await deliver()).toMatchObject({ accepted: 0, updated: 0, rejected: [] });
  });

  it('does without a server when it is told to', async () => {
    const out = join(folder, 'offline.ndjson');
    const args = ['--offline', '--clients', '12,15', '--events', '100', '--out', out];
    expect(await trafficCommand(args)).toBe(0);
    const text = await readFile(out, 'utf8');
    expect(new Set(text.match(/"clientId":\d+/g))).toEqual(
      new Set(['"clientId":12', '"clientId":15']),
    );
  });

  it.each([
    [['--events', '25001'], '--events must be a whole number from 1 to 25000, not "25001".'],
    [['--events', '1e3'], '--events must be a whole number from 1 to 25000, not "1e3".'],
    [['--day', '2026-02-30'], '--day must be a day that is over'],
    [['--day', '2999-01-01'], '--day must be a day that is over'],
    [['--clients', '12,'], '--clients must be ids such as 12,15, not "12,".'],
    [['--receipts', 'many'], '--receipts must be none, some, all, not "many".'],
    [['--seed', '-1'], 'seed'],
    [['--url', 'localhost:3000'], '--url must look like http://127.0.0.1:3000'],
    [['--offline'], '--offline needs --clients, such as 12,15.'],
  ])('refuses %j in a line', async (args, message) => {
    const refused = await trafficCommand(args).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toContain(message);
  });

  it.each([
    [['--url', 'http://127.0.0.1:9'], 'The server at http://127.0.0.1:9 cannot be reached'],
    [['--clients', '999'], 'has no client 999.'],
  ])('fails with %j in a line, and leaves no file', async (args, message) => {
    const out = join(folder, 'none.ndjson');
    const failed = await trafficCommand(['--url', url, '--out', out, ...args]).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(CommandFailed);
    expect((failed as Error).message).toContain(message);
    expect((failed as Error).message).not.toContain('\n');
    expect(await readdir(folder)).not.toContain('none.ndjson');
  });

  it('leaves nothing behind when the file cannot be written', async () => {
    const out = join(folder, 'not there', 'traffic.ndjson');
    const args = ['--offline', '--clients', '12', '--events', '10', '--out', out];
    await expect(trafficCommand(args)).rejects.toThrow('cannot be written');
    expect(await readdir(folder)).not.toContain('not there');
  });

  it('fails in a line when something else is there than the server', async () => {
    const other = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await expect(readClients(address, null)).rejects.toThrow('is it this server?');
    other.close();
  });
});
