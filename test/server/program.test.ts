import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPostgresDatabase } from '../support/hosts.ts';
import { run, serve } from '../support/program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-program-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('OPS-1 the program', () => {
  it.each(['serve', 'migrate', 'seed', 'traffic', 'verify'])('explains "%s"', async (command) => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain(command);
    const { code, stdout } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: clientele ${command}`);
  });

  it.each([
    [['dance'], {}, 2, 'Unknown command "dance"'],
    [[], {}, 2, ''],
    [['serve', '--loud'], {}, 2, "Unknown option '--loud'"],
    [['migrate'], { DATABASE_URL: 'mysql://x' }, 2, 'DATABASE_URL must look like postgres://'],
    [['serve'], { PORT: 'many' }, 2, 'PORT must be a port number'],
    [['serve'], { REPORTING_TIME_ZONE: 'Mars/Base' }, 2, 'REPORTING_TIME_ZONE must be an IANA'],
    [['migrate'], { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, 1, 'ECONNREFUSED'],
    [['verify'], { DATA_DIR: '/dev/null/data' }, 1, 'cannot be used'],
    // Below /proc nothing can be made, and Node's recursive mkdir would try for ever.
    [['verify'], { DATA_DIR: '/proc/nowhere/data' }, 1, 'cannot be used'],
  ])('answers %j with %j by exit code %i and a line', async (args, env, code, message) => {
    const ended = await run(args, { DATA_DIR: join(folder, 'unused'), ...env });
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).not.toMatch(/\n {4}at /);
    expect(existsSync(join(folder, 'unused'))).toBe(false);
  });

  it('takes the port before it touches the database', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const data = join(folder, 'port-taken');
    expect(await run(['serve'], { PORT: port, DATA_DIR: data })).toMatchObject({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is in use. Set PORT to another one.\n`,
    });
    expect(existsSync(data)).toBe(false);
    holder.close();
  });

  it('serves an embedded database, keeps others out, and stops cleanly on SIGTERM', async () => {
    const data = join(folder, 'embedded');
    const server = await serve({ DATA_DIR: data });
    const other = await run(['verify'], { DATA_DIR: data });
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(`in use by process ${server.child.pid}`);

    const created = await fetch(`${server.url}/api/clients`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: '380501112233', company: 'Kept', currency: 'EUR' }),
    });
    expect(created.status).toBe(201);
    // A foreign page may give its own name the loopback address; it must not get an answer.
    const foreign = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { Host: 'evil.example' };
      get(`${server.url}/api/clients`, { headers }, ({ statusCode }) => resolve(statusCode)).on(
        'error',
        reject,
      );
    });
    expect(foreign).toBe(403);
    const page = await fetch(server.url);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });

    const again = await serve({ DATA_DIR: data });
    const { company } = (await (await fetch(`${again.url}/api/clients/1`)).json()) as {
      company: string;
    };
    expect(company).toBe('Kept');
    // A process that is killed leaves its lock behind; the next one takes it over.
    again.child.kill('SIGKILL');
    await once(again.child, 'close');
    expect(await run(['verify'], { DATA_DIR: data })).toMatchObject({ code: 0 });
  });

  it('migrates, seeds an empty database once, and verifies it, on PostgreSQL', async () => {
    const { db: DATABASE_URL, drop } = await freshPostgresDatabase();
    expect(await run(['verify'], { DATABASE_URL })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('clientele migrate') as string,
    });
    expect((await run(['migrate'], { DATABASE_URL })).stdout).toContain('Migrated: 0001-initial');
    expect((await run(['migrate'], { DATABASE_URL })).stdout).toContain('up to date');
    expect(await run(['seed'], { DATABASE_URL })).toMatchObject({ code: 0 });
    const again = await run(['seed'], { DATABASE_URL });
    expect(again).toMatchObject({ code: 1 });
    expect(again.stderr).toContain('not empty');
    const verified = await run(['verify'], { DATABASE_URL });
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.stdout).toMatch(/^2000 clients, \d+ transactions: every balance follows/);
    await drop();
  });

  it('writes a day of traffic that the server takes whole', async () => {
    const file = join(folder, 'traffic.ndjson');
    const server = await serve({ DATA_DIR: join(folder, 'traffic') });
    await fetch(`${server.url}/api/clients`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: '380501112233', company: 'Sender', currency: 'EUR' }),
    });
    const args = ['--url', server.url, '--events', '500', '--seed', '7', '--out', file];
    expect(await run(['traffic', ...args])).toMatchObject({ code: 0 });
    const first = await readFile(file, 'utf8');
    await run(['traffic', ...args]);
    expect(await readFile(file, 'utf8')).toBe(first);

    const send = async () => {
      const response = await fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body: first,
      });
      return (await response.json()) as { accepted: number; repeated: number; rejected: object[] };
    };
    expect(await send()).toMatchObject({ accepted: 500, rejected: [] });
    expect(await send()).toMatchObject({ accepted: 0, updated: 0, rejected: [] });
    await server.stop();
  });
});
