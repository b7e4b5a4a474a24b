import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run faults`: what may happen to a server and its database, for minutes. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/faults/*.ts'],
    exclude: ['test/faults/vitest.config.ts'],
    testTimeout: 10 * 60_000,
    hookTimeout: 2 * 60_000,
  },
});
