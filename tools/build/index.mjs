import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../install.mjs';
import { compile } from './compile.mjs';
import { buildWeb } from './web.mjs';

/** Builds the WASM kernels where their script is; it decides itself whether there is something to do. */
function buildKernels() {
  const script = join(ROOT, 'tools', 'build-kernels.mjs');
  if (!existsSync(script)) return;
  const made = spawnSync(process.execPath, [script], { cwd: ROOT, encoding: 'utf8' });
  if (made.status !== 0)
    throw new Error(`The WASM kernels could not be built: ${made.stderr || made.stdout}`);
}

/** Everything that runs on the server side; about a second from nothing, nothing when nothing changed. */
export async function buildServer() {
  buildKernels();
  return compile();
}

export { buildWeb };
