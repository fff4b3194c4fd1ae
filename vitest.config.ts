import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };

// The import map's sources, spelled out: the global set-up resolves without the "source" condition.
const doors = Object.entries(packageJson.imports).map(([door, { source }]) => ({
  find: new RegExp(`^${door}$`),
  replacement: new URL(source, import.meta.url).pathname,
}));

// The build that Node itself loads: Vite's choice would be a second copy, and GraphQL refuses types of another copy.
const graphql = {
  find: /^graphql$/,
  replacement: new URL('node_modules/graphql/index.js', import.meta.url).pathname,
};

// swc, because Nest and TypeORM read decorator metadata that plain esbuild drops.
export default defineConfig({
  plugins: [swc.vite({ swcrc: true })],
  resolve: { alias: [...doors, graphql], conditions: ['source'] },
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
