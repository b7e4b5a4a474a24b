import type { Hono } from 'hono';
import { http, type HttpHandler } from 'msw';
import type { AppEnv } from '../server/environment.ts';

/**
 * MSW handlers that let the app answer: the mock is the server. Put handlers of your own, for
 * errors and delays, in front of them.
 *
 * @example setupServer(...handlersFor(await createMockApp()))
 */
export function handlersFor(app: Pick<Hono<AppEnv>, 'fetch'>): HttpHandler[] {
  return [http.all('*/api/*', ({ request }) => app.fetch(request))];
}
