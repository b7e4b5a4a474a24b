import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Measurements, not tests: `npx vitest run --config test/bench/vitest.config.ts`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/bench/*.ts'],
    exclude: ['test/bench/vitest.config.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
