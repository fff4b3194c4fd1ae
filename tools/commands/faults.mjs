import { buildServer } from '../build/index.mjs';
import { conclude, runSuite } from './suites.mjs';

/** The kill loops in their long form, with the full counts. */
export default async function faults(args) {
  await buildServer();
  const env = { UNTOIL_FAULTS: 'long' };
  return conclude([
    await runSuite({ name: 'faults', config: 'test/faults/vitest.config.ts', filters: args, env }),
  ]);
}
