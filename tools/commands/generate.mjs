import { join } from 'node:path';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { run } from './suites.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** In this order: the pages' types are made from the schema. */
const STEPS = [
  [process.execPath, ['tools/emit-schema.mjs']],
  [bin('graphql-codegen'), ['--config', 'apps/web/codegen.ts']],
  [process.execPath, [vitest, 'run', 'test/migrations/schema-sql', 'test/docs', '--update']],
];

/** Writes every generated file anew: schema.graphql, the pages' types, schema.sql, docs/configuration.md. */
export default async function generate() {
  await buildServer();
  for (const [program, args] of STEPS) {
    const code = await run(program, args);
    if (code !== 0) return code;
  }
  return 0;
}
