import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

// The built pages in Debian's Chromium, against an API and a worker of the spec's own.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/browser/**/*.spec.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
