import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run screenshots`: the README's pictures, taken from the demonstration. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/screenshots/take.ts'],
    testTimeout: 120_000,
  },
});
