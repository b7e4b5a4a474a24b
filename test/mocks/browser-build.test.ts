import { mkdtemp, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('MOCK-1 builds the server for a browser without any import from Node', async () => {
  const found: string[] = [];
  const noNode: Plugin = {
    name: 'no-node',
    enforce: 'pre',
    resolveId(source, importer) {
      // PGlite asks for Node's modules only after it has seen that it runs there.
      if (isBuiltin(source) && !importer?.includes('@electric-sql/pglite')) {
        found.push(`${importer?.replace(root, '')} imports ${source}`);
      }
    },
  };
  const outDir = await mkdtemp(join(tmpdir(), 'clientele-mock-'));
  try {
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
  } finally {
    await rm(outDir, { recursive: true });
  }
  expect(found).toEqual([]);
}, 120_000);
