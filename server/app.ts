import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { audit } from './audit/resource.ts';
import { clients } from './clients/resource.ts';
import { creditLimits } from './credit-limits/resource.ts';
import type { AppEnv, AppOptions, Log } from './environment.ts';
import { workbooks } from './exports/direct.ts';
import { exportFiles } from './exports/file-route.ts';
import { exports } from './exports/resource.ts';
import { messages } from './messages/resource.ts';
import { notices } from './notices/resource.ts';
import { errorDoor, unknownPath } from './rest/error-door.ts';
import { Problem } from './rest/problem.ts';
import { previews } from './previews/resource.ts';
import { senderNames } from './sender-names/resource.ts';
import { statements } from './statements/resource.ts';
import { statistics } from './statistics/resource.ts';
import { topUpRequests } from './top-up-requests/resource.ts';
import { transactions } from './transactions/resource.ts';

/**
 * The REST server as one Hono app under `/api`. It runs wherever there are standard requests: on
 * Node, or in a browser behind a mock.
 *
 * @example
 * const app = createApp({ db, authenticate: async () => ({ id: 'anna' }) });
 * const response = await app.request('/api/clients?range=[0,9]');
 */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { db, authenticate, log = consoleLog, corsOrigins = [] } = options;
  const { clock = () => new Date(), reportingTimeZone = 'UTC' } = options;
  const { topUpApproval = {}, staffCopies = false, publicUrl } = options;
  const app = new Hono<AppEnv>().basePath('/api');

  app.onError(errorDoor);
  app.notFound(unknownPath);
  app.use(async (c, next) => {
    c.set('log', log);
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  if (corsOrigins.length > 0) {
    const exposeHeaders = ['Content-Range', 'X-Total-Count', 'Idempotent-Replayed'];
    const allowMethods = ['GET', 'POST', 'PUT', 'DELETE'];
    app.use(cors({ origin: [...corsOrigins], allowMethods, exposeHeaders }));
  }
  app.route('/exports', exportFiles(db));
  app.use(async (c, next) => {
    const principal = await authenticate(c.req.raw);
    if (!principal) throw new Problem(401, 'unauthenticated', 'Sign in first.');
    const { id: actor, role = 'admin' } = principal;
    const own = { db, clock, reportingTimeZone, topUpApproval, staffCopies };
    c.set('scope', { ...own, actor, role, publicUrl: publicUrl ?? new URL(c.req.url).origin });
    await next();
  });

  app.route('/clients', clients);
  app.route('/transactions', transactions);
  app.route('/top_up_requests', topUpRequests);
  app.route('/credit_limits', creditLimits);
  app.route('/statements', statements);
  app.route('/previews', previews);
  app.route('/messages', messages);
  app.route('/statistics', statistics);
  app.route('/sender_names', senderNames);
  app.route('/notices', notices);
  app.route('/audit', audit);
  app.route('/exports', exports);
  app.route('/', workbooks);
  return app;
}

const consoleLog: Log = {
  info: (details, message) => console.info(message, details),
  error: (details, message) => console.error(message, details),
};
