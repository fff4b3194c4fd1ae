import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../install.mjs';
import { compile } from './compile.mjs';
import { buildWeb } from './web.mjs';

/** Builds the WASM kernels in a process of their own: three seconds of computing that need not hold up the rest. */
async function buildKernels() {
  const child = spawn(process.execPath, [join(ROOT, 'tools', 'build-kernels.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let faults = '';
  child.stderr.on('data', (chunk) => {
    faults += chunk;
  });
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The WASM kernels could not be built:\n${faults.trim()}`);
}

/** Everything that runs on the server side: about a second of compiling, nothing when nothing changed. */
export async function buildServer() {
  const [changed] = await Promise.all([compile(), buildKernels()]);
  return changed;
}

/** What can still be building while the database starts: kernels, and the pages where wanted (what failed, or null). */
export function buildBeside({ pages }) {
  const work = Promise.all([pages ? buildWeb() : null, buildKernels()]).then(([webFault]) => webFault);
  // Waited for later; until then a failure must not end the process.
  work.catch(() => undefined);
  return work;
}

export { buildWeb, compile };
