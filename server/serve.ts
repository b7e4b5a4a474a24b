import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as listen, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import { createApp } from './app.ts';
import { startBackground } from './background.ts';
import { migrate } from './databases/migrate.ts';
import { openDatabase } from './databases/open.ts';
import type { Log } from './environment.ts';
import { stopExports } from './exports/job.ts';
import { backgroundJobs } from './jobs.ts';
import type { Settings } from './settings.ts';

export interface RunningServer {
  url: string;
  /** Whether only this machine can reach it. */
  loopback: boolean;
  /** Finishes the requests and jobs under way, then closes the database. */
  stop: () => Promise<void>;
}

/** Something in the way of starting, in a line. */
export class CannotServe extends Error {}

/**
 * Starts the server with the console: takes the port first, so that nothing is touched when it is
 * in use, then opens and migrates the database. `prepare` runs before the first request.
 */
export async function serve(
  settings: Settings,
  log: Log,
  prepare: (db: Kysely<Database>) => Promise<void> = async () => undefined,
): Promise<RunningServer> {
  let site: Hono | undefined;
  const server = await takePort(settings, (request) => site?.fetch(request) ?? starting());
  let db: Kysely<Database> | undefined;
  try {
    db = await openDatabase(settings, log);
    await migrate(db);
    await prepare(db);
  } catch (error) {
    await closeServer(server);
    await db?.destroy();
    throw error;
  }
  site = siteOf(settings, db, log);
  const database = db;
  const stopJobs = startBackground(database, log, backgroundJobs(settings, log));
  return {
    url: urlOf(server),
    loopback: LOOPBACK.test(settings.HOST),
    stop: async () => {
      await Promise.all([closeServer(server), stopJobs(), stopExports(database)]);
      await database.destroy();
    },
  };
}

function siteOf(settings: Settings, db: Kysely<Database>, log: Log): Hono {
  const site = new Hono();
  const api = createApp({
    db,
    log,
    // People and keys come with sign-in; until then whoever reaches the port is the operator.
    authenticate: async () => ({ id: 'operator', role: 'admin' }),
    reportingTimeZone: settings.REPORTING_TIME_ZONE,
    corsOrigins: settings.CORS_ORIGINS,
    topUpApproval: settings.TOP_UP_APPROVAL_ABOVE,
    staffCopies: settings.STAFF_EMAIL !== undefined,
    publicUrl: settings.PUBLIC_URL,
  });
  if (LOOPBACK.test(settings.HOST)) site.use(onlyLoopback);
  site.all('/api/*', (c) => api.fetch(c.req.raw));
  const root = fileURLToPath(new URL('../console', import.meta.url));
  if (existsSync(root)) {
    site.use(
      serveStatic({
        root,
        onFound: (path, c) => {
          const hashed = /[\\/]assets[\\/]/.test(path);
          c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      }),
    );
  }
  return site;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/**
 * A foreign web page can give its own name this machine's loopback address, and then read from
 * this server as if it were its own. The name in the request tells.
 */
const onlyLoopback: MiddlewareHandler = async (c, next) => {
  const { hostname } = new URL(c.req.url);
  if (LOOPBACK.test(hostname)) return next();
  const message = `This server answers on this machine only, not as ${hostname}.`;
  return c.json({ message, type: 'urn:clientele:problem:forbidden', status: 403 }, 403);
};

function takePort(
  { HOST, PORT }: Settings,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: HOST, port: PORT }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} on ${HOST} is in use. Set PORT to another one.`
          : `Cannot listen on ${HOST}:${PORT}: ${error.message}`;
      reject(new CannotServe(reason));
    });
  });
}

function starting(): Response {
  const problem = {
    message: 'The server is starting.',
    type: 'urn:clientele:problem:unavailable',
    status: 503,
  };
  return Response.json(problem, { status: 503, headers: { 'Retry-After': '1' } });
}

function urlOf(server: ServerType): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** How long requests under way may take to finish. */
const DRAIN_MS = 10_000;

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, DRAIN_MS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
