import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../install.mjs';
import { StartFailure } from './failure.mjs';

/** Brings the database to this version in a process of its own, which gives its memory back. */
export async function migrateUp(env, log) {
  const script = join(ROOT, 'tools', 'migrate', 'main.mjs');
  const child = spawn(process.execPath, [script, 'up'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let faults = '';
  child.stderr.on('data', (chunk) => (faults += chunk));
  createInterface({ input: child.stdout }).on('line', (line) => log.write('supervisor', line));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new StartFailure(`The database could not be migrated:\n${faults.trim()}`);
}
