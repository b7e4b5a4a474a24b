import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as listen } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { TestHost } from './hosts.ts';

export interface Site {
  url: string;
  stop: () => Promise<void>;
}

/** The console, built, before an app of the tests: who is asking says the header `X-User`. */
export async function openSite(app: TestHost['app']): Promise<Site> {
  const site = new Hono();
  site.all('/api/*', (c) => app.fetch(c.req.raw));
  const root = fileURLToPath(new URL('../../dist/console', import.meta.url));
  site.use(serveStatic({ root }));
  return new Promise((resolve) => {
    const server = listen({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
}
