import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

// swc, because Nest and TypeORM read decorator metadata that plain esbuild drops.
export default defineConfig({
  plugins: [swc.vite({ swcrc: true })],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['{apps,libs,migrations,test,tools}/**/*.spec.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'test/faults/**', 'test/browser/**'],
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
