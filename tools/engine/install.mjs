import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { compileAddon } from './compile.mjs';
import { EngineFailure } from './failure.mjs';
import { fetchTensorFlow } from './fetch.mjs';
import { proveEngine } from './prove.mjs';
import { enginesDir, sha256Of } from './store.mjs';

const NEEDED_BYTES = { cpu: 1.5e9, gpu: 12e9 };

/**
 * Makes an engine folder: TensorFlow's libraries, the addon compiled against them, and a passport with the checksum of
 * every file. It appears under its final name only when whole, and stays only when it proves its gradients.
 */
export async function install({ gpu = false, from = null, say }) {
  if (process.platform !== 'linux')
    throw new EngineFailure('Native engines are built on Linux only; elsewhere WebAssembly trains.');
  const root = enginesDir();
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(root))
    if (name.startsWith('.building-')) rmSync(join(root, name), { recursive: true });
  const { bavail, bsize } = statfsSync(root);
  const needed = NEEDED_BYTES[gpu ? 'gpu' : 'cpu'];
  if (bavail * bsize < needed)
    throw new EngineFailure(`${root} needs ${(needed / 1e9).toFixed(1)} GB of free disk.`);
  const building = join(root, `.building-${process.pid}`);
  mkdirSync(building, { mode: 0o700 });
  try {
    const tensorflow = await fetchTensorFlow(building, { gpu, from, say });
    const compiler = compileAddon(building, say);
    for (const name of ['downloads', 'include'])
      rmSync(join(building, name), { recursive: true, force: true });
    chmodSync(join(building, 'tfjs_binding.node'), 0o755);
    say('Writing checksums');
    const files = {};
    for (const name of [
      'tfjs_binding.node',
      ...readdirSync(join(building, 'lib')).map((lib) => `lib/${lib}`),
    ]) {
      files[name] = await sha256Of(join(building, name));
    }
    const name = `tensorflow-${tensorflow.version ?? 'local'}-${gpu ? 'gpu' : 'cpu'}`;
    const passport = {
      format: 1,
      tensorflow: tensorflow.version,
      gpu,
      addon: 'tfjs_binding.node',
      origin: tensorflow.origin,
      compiler,
      node: process.version,
      files,
    };
    writeFileSync(join(building, 'engine.json'), `${JSON.stringify(passport, null, 2)}\n`);
    say('Checking gradients against plain TensorFlow.js');
    const choice = proveEngine(building, name);
    const folder = join(root, name);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(building, folder);
    return { folder, choice };
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}
