import { buildKernels } from '../build-kernels.mjs';
import { compile } from './compile.mjs';
import { buildWeb } from './web.mjs';

/** Everything that runs on the server side; about a second from nothing, nothing when nothing changed. */
export async function buildServer() {
  const [changed] = await Promise.all([compile(), buildKernels()]);
  return changed;
}

export { buildWeb };
