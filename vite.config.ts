import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The stand-alone console; the package itself is built by tsc. */
export default defineConfig({
  root: at('./admin/console'),
  // Relative, so that the console can be served from any path.
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: at('./dist/console'),
    emptyOutDir: true,
    // The chart's library is large, and loaded only with the report that draws it.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
