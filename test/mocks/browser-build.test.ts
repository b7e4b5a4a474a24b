import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Mocks from '../../mocks/index.ts';
import { readExport } from '../exports/read-workbook.ts';
import { launchChromium } from '../support/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fromNode: string[] = [];
let outDir: string;

const PAGE = `<!doctype html><title>Mock</title>
<script type="module">import * as mocks from './mocks.js'; globalThis.mocks = mocks;</script>`;

/** Notes who imports something that only Node has. */
const noNode: Plugin = {
  name: 'no-node',
  enforce: 'pre',
  resolveId(source, importer) {
    // PGlite asks for Node's modules only after it has seen that it runs there.
    if (isBuiltin(source) && !importer?.includes('@electric-sql/pglite')) {
      fromNode.push(`${importer?.replace(root, '')} imports ${source}`);
    }
  },
};

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'clientele-mock-'));
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [noNode],
    build: {
      outDir,
      lib: { entry: join(root, 'mocks/index.ts'), formats: ['es'], fileName: 'mocks' },
    },
  });
}, 120_000);
afterAll(() => rm(outDir, { recursive: true }));

it('MOCK-1 builds the server for a browser without any import from Node', async () => {
  expect(await readdir(outDir)).toContain('mocks.js');
  expect(fromNode).toEqual([]);
});

it('MOCK-1 runs the server itself in a real browser', async () => {
  const site = new Hono().get('/', (c) => c.html(PAGE)).use(serveStatic({ root: outDir }));
  const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'mocks' in globalThis);
    const answers = await page.evaluate(async () => {
      const { mocks } = globalThis as unknown as { mocks: typeof Mocks };
      const app = await mocks.createMockApp();
      const created = await app.request('/api/clients', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ login: '380501112233', company: 'Жук', currency: 'EUR' }),
      });
      const found = await app.request('/api/clients?filter={"q":"жу"}');
      const exported = await app.request('/api/transactions.xlsx?filter={"clientId":1}');
      return {
        exported: [...new Uint8Array(await exported.arrayBuffer())],
        created: created.status,
        total: found.headers.get('X-Total-Count'),
        found: (await found.json()) as object[],
      };
    });
    expect(answers).toMatchObject({
      created: 201,
      total: '1',
      found: [{ id: 1, company: 'Жук', balance: '0.000000' }],
    });
    const { header } = await readExport(Uint8Array.from(answers.exported).buffer);
    expect(header.Client).toBe('1 / 380501112233 / Жук');
  } finally {
    await browser.close();
    server.close();
  }
}, 60_000);
