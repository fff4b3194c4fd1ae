import { runChecks } from './check.mjs';
import { conclude } from './suites.mjs';
import { runAllSuites } from './test.mjs';

/** Checks, then all tests; a failed check counts as a failure, and the sum is the last line. */
export default async function ci() {
  const { failed } = await runChecks();
  return conclude([{ passed: 0, failed }, ...(await runAllSuites())]);
}
