import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../install.mjs';

const RESULTS = join(ROOT, '.untoil', 'results');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs a program of this checkout in the terminal and resolves with its exit code. */
export function run(command, args, env = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 1));
  });
}

/** Passed and failed of one report; a file that could not even be loaded counts as one failure. */
function count(file) {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Runs one vitest suite. A run that ends badly without a failed test (or without any report) is a failure too. */
export async function runSuite({ name, config, filters = [], env = {} }) {
  const file = join(RESULTS, `${name}.json`);
  rmSync(file, { force: true });
  mkdirSync(RESULTS, { recursive: true });
  const args = [VITEST, 'run', '--config', config, ...filters];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(process.execPath, [...args, ...reporters], env);
  const counted = count(file) ?? { passed: 0, failed: 0 };
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

/** Adds up results, prints them as the last line, and gives the exit code. */
export function conclude(results) {
  const sum = (of) => results.reduce((total, result) => total + result[of], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}
