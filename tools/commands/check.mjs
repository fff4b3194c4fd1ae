import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const here = (path) => existsSync(join(ROOT, path));

const CHECKS = [
  {
    name: 'format and style',
    command: [bin('biome'), 'ci', '--diagnostic-level=error', '--colors=off', '--max-diagnostics=15', '.'],
  },
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the pages',
    command: [bin('tsc'), '--noEmit', '-p', 'apps/web/tsconfig.json'],
    needs: 'apps/web/tsconfig.json',
  },
  {
    name: 'walls',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'migrations', 'test'],
  },
  {
    name: 'schema.graphql is fresh',
    command: [process.execPath, 'tools/emit-schema.mjs', '--check'],
    needs: 'tools/emit-schema.mjs',
  },
  {
    name: 'types of the pages are fresh',
    command: [bin('graphql-codegen'), '--config', 'apps/web/codegen.ts', '--check'],
    needs: 'apps/web/codegen.ts',
  },
];

function runOne({ name, command: [program, ...args] }) {
  const began = performance.now();
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((done) => {
    child.once('error', (error) => done({ name, ok: false, said: error.message }));
    child.once('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      done({ name, ok: code === 0, said });
    });
  });
}

/** Runs every check, as many at a time as there are processors; prints what failed. Returns their counts. */
export async function runChecks() {
  await buildServer();
  const queue = CHECKS.filter(({ needs }) => !needs || here(needs));
  const results = [];
  const take = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await runOne(next));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, take));
  const failed = results.filter((result) => !result.ok);
  for (const { name, said } of failed) process.stdout.write(`\n--- ${name}\n${said.trim()}\n`);
  return { passed: results.length - failed.length, failed: failed.length };
}

/** What has to hold before the tests: format, lint, types, walls, and generated files as the code says. */
export default async function check() {
  const { failed } = await runChecks();
  return failed === 0 ? 0 : 1;
}
