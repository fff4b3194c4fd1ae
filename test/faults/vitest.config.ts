import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

// Whole installations of their own, one after the other: each has a database, an API and a worker.
export default defineConfig({
  plugins: [swc.vite({ swcrc: true })],
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/faults/**/*.spec.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: process.env.UNTOIL_FAULTS === 'long' ? 3_600_000 : 180_000,
    hookTimeout: 180_000,
  },
});
