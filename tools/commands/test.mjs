import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, buildWeb } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { conclude, runSuite } from './suites.mjs';

/** The suites of "npm test", in order: those with processes of their own come after the many small ones. */
const SUITES = [
  { name: 'main', config: 'vitest.config.ts' },
  { name: 'faults', config: 'test/faults/vitest.config.ts', env: { UNTOIL_FAULTS: 'short' } },
  { name: 'browser', config: 'test/browser/vitest.config.ts' },
];

/** Builds and runs all suites; returns their counts. */
export async function runAllSuites() {
  await buildServer();
  const webFault = await buildWeb();
  const results = [];
  if (webFault) {
    process.stderr.write(`The pages could not be built:\n${webFault}\n`);
    results.push({ passed: 0, failed: 1 });
  }
  for (const suite of SUITES.filter(({ config }) => existsSync(join(ROOT, config)))) {
    results.push(await runSuite(suite));
  }
  return results;
}

/** All tests, or with arguments those of the main suite that match them. */
export default async function test(args) {
  if (args.length === 0) return conclude(await runAllSuites());
  await buildServer();
  return conclude([await runSuite({ ...SUITES[0], filters: args })]);
}
